using System.Globalization;
using AutoGrader.Application.Data;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Names what a person decides on: the bytes handed in and the decision that stands.</summary>
internal static class ItemVersion
{
    /// <summary>The version of a criterion of a submission.</summary>
    public static string Of(Submission submission, StoredOverride? standing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ReviewRow.VersionOf(submission.ContentHash)}.{(standing is null ? "0" : $"{standing.DecidedAt.Ticks:x}-{standing.Version}")}");
}
