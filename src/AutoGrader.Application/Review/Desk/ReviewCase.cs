using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;

namespace AutoGrader.Application.Review.Desk;

/// <summary>All that a person needs to decide on a group.</summary>
public sealed record ReviewCase
{
    /// <summary>The group.</summary>
    public required QueuedGroup Group { get; init; }

    /// <summary>The question as printed on the sheet.</summary>
    public required LocalizedText QuestionText { get; init; }

    /// <summary>What may be given, most points first.</summary>
    public required IReadOnlyList<ReviewLevel> Levels { get; init; }

    /// <summary>The submissions; the first one stands for all.</summary>
    public required IReadOnlyList<ReviewMember> Members { get; init; }
}

/// <summary>A submission's answer to the question, and what the machine makes of it.</summary>
public sealed record ReviewMember
{
    public required Guid SubmissionId { get; init; }

    /// <summary>The participant number or, in plain folders, the file's path. Not shown where students are to stay unknown.</summary>
    public required string Participant { get; init; }

    /// <summary>Not shown where students are to stay unknown.</summary>
    public required string? Name { get; init; }

    /// <summary>Names what is decided on: a decision hands it back, and is refused where it has changed since.</summary>
    public required string Version { get; init; }

    /// <summary>The answer as read.</summary>
    public required string Answer { get; init; }

    /// <summary>The passages of the answer that the suggestion rests on.</summary>
    public required IReadOnlyList<(int Start, int Length)> Marks { get; init; }

    /// <summary>Points, confidence, rationale, places, entries of a matrix.</summary>
    public required CriterionScore Score { get; init; }

    /// <summary>The report; <c>null</c> where there is none.</summary>
    public required string? PdfHash { get; init; }

    /// <summary>How the answer differs from the first one's; <c>null</c> for the first one.</summary>
    public required AnswerDifferences? Differences { get; init; }

    /// <summary>Words in the file that are no part of the report as printed.</summary>
    public required IReadOnlyList<ReadingRemark> Notes { get; init; }

    /// <summary>Hints on this question or the whole report.</summary>
    public required IReadOnlyList<TutorHint> Hints { get; init; }
}
