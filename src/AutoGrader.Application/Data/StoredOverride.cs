using AutoGrader.Core;

namespace AutoGrader.Application.Data;

/// <summary>
/// A person's decision on a criterion, or their waiver of a hand-in rule. It stays in force for later runs as long as the hand-in and the
/// criterion are those that the person saw.
/// </summary>
public sealed class StoredOverride : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The rubric's id: a decision survives a new version that leaves the criterion as it was.</summary>
    public required string RubricId { get; init; }

    /// <summary>The criterion's id, or the wire name of the reason that is waived.</summary>
    public required string Target { get; init; }

    /// <summary>The points; <c>null</c> for a waiver.</summary>
    public Points? Points { get; set; }

    /// <summary>The criterion's maximum when it was decided; <c>null</c> for a waiver.</summary>
    public Points? Maximum { get; set; }

    /// <summary>The criterion's English text when it was decided; <c>null</c> for a waiver.</summary>
    public string? CriterionText { get; set; }

    /// <summary>
    /// The answer that the person saw, as it was read: runs learn from the decision. Empty where nothing could be read; <c>null</c> for
    /// a waiver, and until the hand-in was read.
    /// </summary>
    public string? Answer { get; set; }

    /// <summary>
    /// Names the bytes that the person looked at: <see cref="Submission.ContentHash"/>. Other bytes need another decision.
    /// </summary>
    public required string ContentHash { get; set; }

    public required string By { get; set; }

    public required string Reason { get; set; }

    public required DateTime DecidedAt { get; set; }

    /// <summary>The act at the review desk that it comes from; <c>null</c> where it was handed in as a file.</summary>
    public Guid? DecisionId { get; set; }

    public int Version { get; set; }
}
