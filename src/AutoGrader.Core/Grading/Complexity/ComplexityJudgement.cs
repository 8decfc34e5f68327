using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>What one criterion on growth earns, how surely, why, and on which passages.</summary>
internal sealed record ComplexityJudgement(Points Points, double Confidence, LocalizedText Rationale)
{
    public IReadOnlyList<Order> Orders { get; init; } = [];

    public IReadOnlyList<Sentence> Sentences { get; init; } = [];
}
