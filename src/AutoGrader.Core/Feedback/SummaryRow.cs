using AutoGrader.Core.Assessments;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>A participant in the summary.</summary>
/// <param name="Participant">The participant number or, in plain folders, the file's name.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Uploaded">The uploaded file's name; <c>null</c> where nothing was handed in.</param>
/// <param name="Status">What became of it; <c>null</c> where nothing was handed in.</param>
/// <param name="Reasons">Broken rules and remarks.</param>
/// <param name="Assessment">The scores, where there are any.</param>
public sealed record SummaryRow(
    string Participant,
    string? Name,
    string? Uploaded,
    SubmissionStatus? Status,
    IReadOnlyList<Reason> Reasons,
    Assessment? Assessment)
{
    /// <summary>Words in the file that are no part of the report as printed.</summary>
    public IReadOnlyList<ReadingRemark> Notes { get; init; } = [];

    /// <summary>What a tutor may want to look at.</summary>
    public IReadOnlyList<TutorHint> Hints { get; init; } = [];
}
