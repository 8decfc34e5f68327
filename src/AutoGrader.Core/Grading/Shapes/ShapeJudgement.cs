using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>What one criterion on shapes earns, how surely, why, and on which passages.</summary>
internal sealed record ShapeJudgement(Points Points, double Confidence, LocalizedText Rationale)
{
    public IReadOnlyList<ShapeStatement> Statements { get; init; } = [];

    public IReadOnlyList<Sentence> Sentences { get; init; } = [];
}
