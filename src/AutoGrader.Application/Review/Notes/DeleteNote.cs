using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Notes;

/// <summary>
/// Deletes a note: its author may, and an instructor of the course. That it was deleted stays in the audit trail, not what it said.
/// </summary>
public sealed class DeleteNote(Database database, AuditTrail audit)
{
    /// <summary>Deletes.</summary>
    /// <param name="noteId">The note.</param>
    /// <param name="by">Who.</param>
    /// <param name="role">Their role in the note's course.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<NoteResult> ExecuteAsync(Guid noteId, string by, CourseRole role, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.ReviewNotes.SingleOrDefaultAsync(n => n.Id == noteId, cancellationToken) is not { } note)
            return NoteResult.Refused(NoteResult.Gone);
        if (note.By != by && role != CourseRole.Instructor)
            return NoteResult.Refused(NoteResult.NotYours);
        context.ReviewNotes.Remove(note);
        audit.Add(context, by, "note.delete", note.SubmissionId.ToString(), $"{note.CriterionId} ({noteId})");
        return await NoteResult.OfSavingAsync(context, noteId, cancellationToken);
    }
}
