using AutoGrader.Core;

namespace AutoGrader.Application.Review.Notes;

/// <summary>What became of writing, changing or deleting a note.</summary>
/// <param name="NoteId">The note; <c>null</c> where nothing was done.</param>
/// <param name="Problem">Why nothing was done; <c>null</c> where it was.</param>
public sealed record NoteResult(Guid? NoteId, LocalizedText? Problem)
{
    internal static NoteResult Refused(LocalizedText problem) => new(null, problem);

    internal static LocalizedText Gone { get; } = new("This note is no longer there.", "Diese Notiz gibt es nicht mehr.");

    internal static LocalizedText NotYours { get; } = new(
        "A note is changed by its author alone; an instructor may delete it.",
        "Eine Notiz ändert nur, wer sie geschrieben hat; löschen dürfen sie auch Lehrende.");
}
