using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Notes;

/// <summary>Changes the text of a note. Only its author does.</summary>
public sealed class ChangeNote(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Changes.</summary>
    public async Task<NoteResult> ExecuteAsync(Guid noteId, string? text, string by, CancellationToken cancellationToken = default)
    {
        if (NoteText.Check(text, out var plain) is { } problem)
            return NoteResult.Refused(problem);
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.ReviewNotes.SingleOrDefaultAsync(n => n.Id == noteId, cancellationToken) is not { } note)
            return NoteResult.Refused(NoteResult.Gone);
        if (note.By != by)
            return NoteResult.Refused(NoteResult.NotYours);
        if (note.Text == plain)
            return new NoteResult(noteId, null);
        (note.Text, note.ChangedAt) = (plain, clock.GetUtcNow().UtcDateTime);
        audit.Add(context, by, "note.change", note.SubmissionId.ToString(), $"{note.CriterionId} ({noteId})");
        return await NoteResult.OfSavingAsync(context, noteId, cancellationToken);
    }
}
