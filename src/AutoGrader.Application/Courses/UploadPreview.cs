using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Courses;

/// <summary>What an upload holds, before anything is graded.</summary>
public sealed record UploadPreview
{
    public required Guid UploadId { get; init; }

    public required string FileName { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>The rubric version that it would be graded by.</summary>
    public required string RubricHash { get; init; }

    public required LocalizedText RubricTitle { get; init; }

    public required bool HasWorksheet { get; init; }

    /// <summary>A row for every hand-in, and for every participant of the worksheet who handed in nothing.</summary>
    public required IReadOnlyList<PreviewRow> Rows { get; init; }

    /// <summary>What else the tutor should know of export and worksheet, a sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>How many rows are of a kind.</summary>
    public int Count(PreviewKind kind) => Rows.Count(r => r.Kind == kind);
}

/// <summary>A participant in the preview.</summary>
/// <param name="Participant">The participant number or, in plain folders, the path.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Uploaded">The uploaded file's name.</param>
/// <param name="UploadedAt">When it was uploaded (wall clock at the server), where known.</param>
/// <param name="Kind">What is to be known first.</param>
/// <param name="Reasons">Broken rules and remarks, most important first.</param>
public sealed record PreviewRow(
    string Participant, string? Name, string? Uploaded, DateTime? UploadedAt, PreviewKind Kind, IReadOnlyList<Reason> Reasons);

/// <summary>What is to be known first of a participant.</summary>
public enum PreviewKind
{
    /// <summary>A hand-in that will be graded.</summary>
    HandedIn,

    /// <summary>Will be graded, but came too late.</summary>
    Late,

    /// <summary>Will be graded, but was never submitted in Moodle.</summary>
    Draft,

    /// <summary>Breaks a rule of the hand-in and will not be graded.</summary>
    RuleBroken,

    /// <summary>Will be graded, but has no row in the worksheet: its grade can go nowhere.</summary>
    Unmatched,

    /// <summary>Handed in nothing.</summary>
    Nothing,
}
