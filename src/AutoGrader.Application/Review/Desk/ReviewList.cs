using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Review.Desk;

/// <summary>What is open in a run, in the order in which decisions change most.</summary>
public sealed record ReviewList
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The rubric version.</summary>
    public required RubricVersion Rubric { get; init; }

    /// <summary>The groups, each of which one decision may serve.</summary>
    public required IReadOnlyList<QueuedGroup> Groups { get; init; }

    /// <summary>Hand-ins on which something else must be decided than points: a broken rule, a report that could not be read.</summary>
    public required IReadOnlyList<OpenHandIn> HandIns { get; init; }

    /// <summary>How many items are open.</summary>
    public int Open => Groups.Sum(g => g.Submissions.Count);

    /// <summary>How many items the next decisions settle, if each is made for its whole group.</summary>
    public int SettledBy(int decisions) => Groups.Take(decisions).Sum(g => g.Submissions.Count);
}

/// <summary>A group in the queue.</summary>
public sealed record QueuedGroup
{
    /// <summary>Names the group as long as it is open.</summary>
    public required string Key { get; init; }

    public required string QuestionId { get; init; }

    public required LocalizedText QuestionTitle { get; init; }

    public required string CriterionId { get; init; }

    public required LocalizedText CriterionText { get; init; }

    public required Points Suggestion { get; init; }

    public required Points Maximum { get; init; }

    /// <summary>The least probability that the suggestion is right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The points that the decision is expected to change.</summary>
    public required double Effect { get; init; }

    /// <summary>The submissions; the first one is shown for all.</summary>
    public required IReadOnlyList<Guid> Submissions { get; init; }
}

/// <summary>A hand-in on which something else must be decided than points.</summary>
public sealed record OpenHandIn(
    Guid SubmissionId, string Participant, string? Name, SubmissionStatus Status, IReadOnlyList<Reason> Reasons);
