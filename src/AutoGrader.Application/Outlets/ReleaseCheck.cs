using AutoGrader.Core;

namespace AutoGrader.Application.Outlets;

/// <summary>What would happen to a submission's mark in Moodle.</summary>
public enum ReleaseKind
{
    /// <summary>A person has still to decide: nothing is written for it.</summary>
    Undecided,

    /// <summary>No row of the worksheet is this participant's: the mark can go nowhere.</summary>
    NoRow,

    /// <summary>Moodle says that the grade cannot be changed, and drops it without a word.</summary>
    Locked,

    /// <summary>Moodle's maximum is not the rubric's: no grade is written, 17.5 of 20 must not become 17.5 of 100.</summary>
    OtherScale,

    /// <summary>Zero points: Moodle 5.2 and later drop them without a word.</summary>
    Zero,

    /// <summary>A rule was broken: the reason is written as a comment, and no grade.</summary>
    ReasonOnly,

    /// <summary>Grade and comment are written.</summary>
    Ready,
}

/// <summary>A submission before its release.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Participant">The participant number or, in plain folders, the path.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Kind">What would happen.</param>
/// <param name="Points">Its points, suggested where undecided; <c>null</c> where nothing was scored.</param>
public sealed record ReleaseRow(Guid SubmissionId, string Participant, string? Name, ReleaseKind Kind, Points? Points);

/// <summary>What is to be known before marks go to Moodle.</summary>
/// <param name="HasWorksheet">Whether there is a worksheet to write into.</param>
/// <param name="Rows">All submissions, those that need attention first.</param>
/// <param name="Remarks">What else is to be known of the worksheet, a sentence each.</param>
public sealed record ReleaseCheck(bool HasWorksheet, IReadOnlyList<ReleaseRow> Rows, IReadOnlyList<string> Remarks)
{
    /// <summary>How many are of a kind.</summary>
    public int Count(ReleaseKind kind) => Rows.Count(r => r.Kind == kind);
}
