using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Notes;

/// <summary>What became of writing, changing or deleting a note.</summary>
/// <param name="NoteId">The note; <c>null</c> where nothing was done.</param>
/// <param name="Problem">Why nothing was done; <c>null</c> where it was.</param>
public sealed record NoteResult(Guid? NoteId, LocalizedText? Problem)
{
    internal static NoteResult Refused(LocalizedText problem) => new(null, problem);

    /// <summary>Saves what was done with a note that may have been deleted in the meantime.</summary>
    internal static async Task<NoteResult> OfSavingAsync(AutoGraderDbContext context, Guid noteId, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused(Gone);
        }
        return new NoteResult(noteId, null);
    }

    internal static LocalizedText Gone { get; } = new("This note is no longer there.", "Diese Notiz gibt es nicht mehr.");

    internal static LocalizedText NotYours { get; } = new(
        "A note is changed by its author alone; an instructor may delete it.",
        "Eine Notiz ändert nur, wer sie geschrieben hat; löschen dürfen sie auch Lehrende.");
}
