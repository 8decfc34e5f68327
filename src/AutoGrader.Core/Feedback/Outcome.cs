using AutoGrader.Core.Assessments;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>What a student is told about the standing of the points.</summary>
internal enum OutcomeKind
{
    /// <summary>The points are there and nothing is open.</summary>
    Decided,

    /// <summary>There are points, and a person will look at them.</summary>
    Suggested,

    /// <summary>There are no points yet, because a person must read the report.</summary>
    Open,

    /// <summary>A hand-in rule was broken; there are no points.</summary>
    RuleBroken,
}

/// <summary>Finds the <see cref="OutcomeKind"/> of a submission.</summary>
internal static class Outcome
{
    public static OutcomeKind Of(SubmissionStatus status, Assessment? assessment) => status switch
    {
        SubmissionStatus.NotGraded => OutcomeKind.RuleBroken,
        SubmissionStatus.Unreadable => OutcomeKind.Open,
        _ when assessment is null => OutcomeKind.Open,
        SubmissionStatus.Graded when !assessment.NeedsReview => OutcomeKind.Decided,
        _ => OutcomeKind.Suggested,
    };
}
