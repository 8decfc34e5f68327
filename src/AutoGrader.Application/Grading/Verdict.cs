using AutoGrader.Core.Assessments;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Grading;

/// <summary>What becomes of a submission: the one place where reasons and scores turn into a status. Pure.</summary>
internal static class Verdict
{
    // Remarks that a person must decide on; the others (late) are only told.
    private static readonly HashSet<ReasonCode> Asking = [ReasonCode.IdentityMismatch, ReasonCode.DuplicateSubmission, ReasonCode.Draft];

    // The report could not be read, wholly or in part. Settled when a person has decided every criterion.
    private static readonly HashSet<ReasonCode> Reading = [ReasonCode.UnreadablePdf, ReasonCode.EncryptedPdf, ReasonCode.NoTextLayer];

    /// <summary>Whether a reason is about reading, not about rules.</summary>
    public static bool IsAboutReading(Reason reason) => Reading.Contains(reason.Code);

    /// <summary>The status of a submission whose report may be graded.</summary>
    /// <param name="reasons">Remarks that nobody has waived.</param>
    /// <param name="assessment">The scores; <c>null</c> where nothing could be read.</param>
    public static SubmissionStatus OfReport(IReadOnlyList<Reason> reasons, Assessment? assessment) =>
        assessment is null ? SubmissionStatus.NeedsReview : OfReport(
            reasons,
            assessment.NeedsReview,
            isDecidedByPerson: assessment.Questions.SelectMany(q => q.Criteria).All(c => c.Override is not null));

    /// <summary>The status of a submission whose report was scored.</summary>
    /// <param name="reasons">Remarks that nobody has waived.</param>
    /// <param name="needsReview">Whether any criterion needs a person.</param>
    /// <param name="isDecidedByPerson">Whether a person has decided every criterion.</param>
    public static SubmissionStatus OfReport(IReadOnlyList<Reason> reasons, bool needsReview, bool isDecidedByPerson)
    {
        if (needsReview || reasons.Any(r => Asking.Contains(r.Code)))
            return SubmissionStatus.NeedsReview;
        return reasons.Any(IsAboutReading) && !isDecidedByPerson ? SubmissionStatus.NeedsReview : SubmissionStatus.Graded;
    }

    /// <summary>
    /// The status of a submission without a report to grade: a rule was broken, unless all that is wrong must be looked at by a person.
    /// </summary>
    public static SubmissionStatus WithoutReport(IReadOnlyList<Reason> reasons) =>
        reasons.Count == 0 || reasons.All(r => IsAboutReading(r) || r.Code is ReasonCode.DuplicateSubmission or ReasonCode.Late)
            ? SubmissionStatus.NeedsReview
            : SubmissionStatus.NotGraded;

    /// <summary>The status after reasons that follow from other hand-ins.</summary>
    public static SubmissionStatus WithCrossReasons(SubmissionStatus own, IReadOnlyList<Reason> crossReasons) =>
        own == SubmissionStatus.Graded && crossReasons.Count > 0 ? SubmissionStatus.NeedsReview : own;
}
