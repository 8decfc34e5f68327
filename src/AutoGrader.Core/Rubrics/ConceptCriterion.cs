namespace AutoGrader.Core.Rubrics;

/// <summary>A criterion that an idea is expressed in free text.</summary>
public sealed record ConceptCriterion : Criterion
{
    /// <summary>The kind.</summary>
    public const string KindName = "concept";

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>
    /// The levels, most points first; at least one. Saying none of them earns nothing; a level of 0 points lists what students say instead,
    /// so that it can be told from the idea in unknown words.
    /// </summary>
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>
    /// What the idea is said of, where one answer speaks of several things ("compare live and offline"): ways to name it. Only passages
    /// about it are judged, if the answer also names what the question's other criteria are about. Empty where there is nothing to tell
    /// apart.
    /// </summary>
    public IReadOnlyList<Phrase> About { get; init; } = [];

    /// <summary>
    /// Words of which at least one is needed to express the idea at all, such as the names in a construction: an answer with none of them
    /// earns nothing for sure. Empty where the idea can be put in any words.
    /// </summary>
    public IReadOnlyList<Phrase> Requires { get; init; } = [];

    /// <summary>What asserts the opposite: it takes the points away, or sends the answer to a person where both are said.</summary>
    public IReadOnlyList<Phrase> Contradicts { get; init; } = [];

    /// <summary>Answers with the points they earn, which the rubric must reproduce; they also document the criterion for tutors.</summary>
    public IReadOnlyList<GradedExample> Examples { get; init; } = [];
}
