using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Remarking;

/// <summary>What would change for one submission.</summary>
public sealed record SubmissionEffect
{
    public required Guid SubmissionId { get; init; }

    /// <summary>The participant number or, in plain folders, the path.</summary>
    public required string Participant { get; init; }

    /// <summary>The name, where known.</summary>
    public string? Name { get; init; }

    public required SubmissionStatus StatusBefore { get; init; }

    public required SubmissionStatus StatusAfter { get; init; }

    /// <summary>The points that count now (suggested, where a person is needed); <c>null</c> where nothing was scored.</summary>
    public Points? Before { get; init; }

    /// <summary>The points afterwards; <c>null</c> where nothing is scored or it cannot be told.</summary>
    public Points? After { get; init; }

    /// <summary>Bands of grades, before and after; <c>null</c> where there are no points.</summary>
    public int? BandBefore { get; init; }

    public int? BandAfter { get; init; }

    /// <summary>The criteria of which anything changes, in the order of the new version, those that are gone last.</summary>
    public IReadOnlyList<CriterionEffect> Criteria { get; init; } = [];

    /// <summary>Why it cannot be told; <c>null</c> where it can.</summary>
    public LocalizedText? NotComputed { get; init; }

    public bool IsOpenBefore => StatusBefore is SubmissionStatus.NeedsReview or SubmissionStatus.Unreadable;

    public bool IsOpenAfter => StatusAfter is SubmissionStatus.NeedsReview or SubmissionStatus.Unreadable;

    /// <summary>Whether the points change.</summary>
    public bool IsMoved => NotComputed is null && Before != After;

    /// <summary>Whether there are fewer points afterwards, or none.</summary>
    public bool LosesPoints => NotComputed is null && Before is { } was && (After is not { } will || will < was);

    /// <summary>Whether the points come to lie in another band of grades.</summary>
    public bool IsCrossing => NotComputed is null && BandBefore is not null && BandAfter is not null && BandBefore != BandAfter;

    /// <summary>Whether anything changes.</summary>
    public bool IsChanged => NotComputed is null && (Before != After || StatusBefore != StatusAfter || Criteria.Count > 0);
}

/// <summary>What would change for one criterion of a submission.</summary>
public sealed record CriterionEffect
{
    public required string QuestionId { get; init; }

    public required string CriterionId { get; init; }

    public required LocalizedText Text { get; init; }

    /// <summary>The points before; <c>null</c> where the criterion is new.</summary>
    public Points? Before { get; init; }

    /// <summary>The points after; <c>null</c> where the criterion is gone.</summary>
    public Points? After { get; init; }

    public Points? MaximumBefore { get; init; }

    public Points? MaximumAfter { get; init; }

    public double? ConfidenceBefore { get; init; }

    public double? ConfidenceAfter { get; init; }

    /// <summary>Whether a person was needed.</summary>
    public bool WasOpen { get; init; }

    /// <summary>Whether a person is needed afterwards.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What becomes of a person's decision on it; <c>null</c> where there is none.</summary>
    public DecisionFate? Decision { get; init; }

    /// <summary>What it comes from.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>The same in words.</summary>
    public required LocalizedText Cause { get; init; }
}

/// <summary>What a change of a criterion comes from.</summary>
public enum EffectKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>A person's decision on it no longer stands as it was.</summary>
    Decision,

    /// <summary>It was changed itself.</summary>
    Criterion,

    /// <summary>Its question was changed.</summary>
    Question,

    /// <summary>The sheet was changed: what bears on all questions, or where answers are found.</summary>
    Sheet,

    /// <summary>More, or other graded answers are learnt from than when it was graded.</summary>
    Learning,

    /// <summary>The program was changed since it was graded, or a remark of an earlier run no longer holds.</summary>
    Program,
}
