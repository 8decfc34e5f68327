using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;

namespace AutoGrader.Application.Data;

/// <summary>The score of a criterion. Copies the criterion's text and maximum, so that a later rubric cannot rewrite the past.</summary>
public sealed class StoredScore
{
    public required Guid Id { get; init; }

    public required Guid AnswerId { get; init; }

    /// <summary>The place in the question's order.</summary>
    public required int Ordinal { get; init; }

    public required string CriterionId { get; init; }

    public required LocalizedText CriterionText { get; init; }

    public required Points Maximum { get; init; }

    /// <summary>The points that count: a person's where somebody decided, else the machine's.</summary>
    public required Points Points { get; set; }

    public required double Confidence { get; set; }

    public required bool NeedsReview { get; set; }

    public required LocalizedText Rationale { get; set; }

    public required bool CarriedForward { get; init; }

    public string? Mistake { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; set; }

    public MatrixVerdict? Matrix { get; init; }

    /// <summary>Other points that an earlier run had decided without a person; <c>null</c> where there are none.</summary>
    public Points? DecidedBefore { get; set; }

    /// <summary>What an outside judge thinks; <c>null</c> where none was to be asked.</summary>
    public JudgeOpinion? Opinion { get; set; }

    /// <summary>The judge's reply that the opinion was read from; <c>null</c> where there is none.</summary>
    public string? OpinionKey { get; init; }

    /// <summary>The decision in place of the machine's, with what the machine had suggested.</summary>
    public Override? Override { get; set; }

    /// <summary>Takes over what may change of a score: everything but what it is a score of.</summary>
    internal void Apply(CriterionScore score)
    {
        Points = score.Points;
        Confidence = score.Confidence;
        NeedsReview = score.NeedsReview;
        Rationale = score.Rationale;
        Evidence = score.Evidence;
        DecidedBefore = score.DecidedBefore;
        Opinion = score.Opinion;
        Override = score.Override;
    }
}
