namespace AutoGrader.Application.Grading;

/// <summary>What became of a run. Every hand-in is counted exactly once.</summary>
public sealed record GradeResult
{
    /// <summary>The run: the input by this rubric version. The same for every repetition.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Submissions of which every criterion is decided.</summary>
    public required int Graded { get; init; }

    /// <summary>Submissions that need a person.</summary>
    public required int NeedsReview { get; init; }

    /// <summary>Submissions that break a hand-in rule.</summary>
    public required int NotGraded { get; init; }

    /// <summary>Submissions that ended the process repeatedly.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Participants of the worksheet who handed in nothing.</summary>
    public required int NoSubmission { get; init; }

    /// <summary>Submissions not yet looked at, because the run was interrupted.</summary>
    public required int Pending { get; init; }

    /// <summary>Submissions whose stored result was used again.</summary>
    public required int Reused { get; init; }

    /// <summary>Whether the run was interrupted. What was done is kept, and the results so far are written.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>
    /// What the tutor should know, a sentence each: entries that belong to nobody, participants missing in the worksheet, refused
    /// decisions.
    /// </summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The files written, by their full paths; those in <c>feedback</c> are counted, not listed.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>All hand-ins.</summary>
    public int Submissions => Graded + NeedsReview + NotGraded + Unreadable + Pending;
}
