using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Outlets;

/// <summary>The words of the contract (architecture section 8).</summary>
internal static class WireNames
{
    /// <summary>A participant of the worksheet who handed in nothing; only in tables, never in <c>assessments.json</c>.</summary>
    public const string NoSubmission = "no_submission";

    /// <summary>A hand-in that an interrupted run did not reach; only in tables.</summary>
    public const string Pending = "pending";

    public static string WireName(this SubmissionStatus status) => status switch
    {
        SubmissionStatus.Graded => "graded",
        SubmissionStatus.NeedsReview => "needs_review",
        SubmissionStatus.NotGraded => "not_graded",
        SubmissionStatus.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The wire names of reasons, each once, in their order.</summary>
    public static IEnumerable<string> WireNamesOf(IEnumerable<Reason> reasons) => reasons.Select(r => r.Code.WireName())
        .Distinct(StringComparer.Ordinal);

    /// <summary>Points with one decimal: <c>17.5</c>, <c>20.0</c>.</summary>
    public static string Decimal(this Points points) => points.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
