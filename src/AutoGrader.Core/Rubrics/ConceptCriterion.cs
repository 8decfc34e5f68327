namespace AutoGrader.Core.Rubrics;

/// <summary>A criterion that an idea is expressed in free text.</summary>
public sealed record ConceptCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "concept";

    /// <summary>The levels, most points first; at least one. Saying none of them earns nothing.</summary>
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>What asserts the opposite: it takes the points away, or sends the answer to a person where both are said.</summary>
    public IReadOnlyList<Phrase> Contradicts { get; init; } = [];

    /// <summary>Answers with the points they earn, which the rubric must reproduce; they also document the criterion for tutors.</summary>
    public IReadOnlyList<GradedExample> Examples { get; init; } = [];
}
