using AutoGrader.Core;

namespace AutoGrader.Application.Data;

/// <summary>One act of deciding a criterion, for one submission or for many. It is taken back as a whole; its record stays.</summary>
public sealed class ReviewDecision : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    public required string CriterionId { get; init; }

    public required Points Points { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTime DecidedAt { get; init; }

    /// <summary>For whom it was decided.</summary>
    public required IReadOnlyList<DecidedMember> Members { get; init; }

    /// <summary>Who took it back; <c>null</c> while it stands.</summary>
    public string? UndoneBy { get; set; }

    public DateTime? UndoneAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A submission that a decision was made for.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Earlier">The decision that it took the place of; <c>null</c> where there was none.</param>
public sealed record DecidedMember(Guid SubmissionId, EarlierDecision? Earlier);

/// <summary>A decision as it was before another took its place.</summary>
public sealed record EarlierDecision(
    Points Points, string By, string Reason, DateTime DecidedAt, string ContentHash, Guid? DecisionId)
{
    /// <summary>The criterion's maximum when it was made; <c>null</c> in old records: that of the decision in its place.</summary>
    public Points? Maximum { get; init; }

    /// <summary>The criterion's English text when it was made; <c>null</c> in old records: that of the decision in its place.</summary>
    public string? CriterionText { get; init; }
}
