namespace AutoGrader.Core.Rubrics;

/// <summary>A criterion on the symbolic shapes of the question's matrices. Students may choose any letters.</summary>
public sealed record ShapesCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "shapes";

    /// <summary>
    /// The symbol that must visibly be shared by all matrices of <see cref="Question.Shapes"/> that have it (such as <c>d_k</c> by Q and
    /// K); <c>null</c> where the criterion asks for all shapes of the question.
    /// </summary>
    public string? Shared { get; init; }

    /// <summary>
    /// What it earns where all matrices are given one and the same shape: the special case of what is asked. Only where <see
    /// cref="Shared"/> is <c>null</c>; <c>null</c> for nothing.
    /// </summary>
    public Points? AllEqual { get; init; }

    /// <summary>What earns points in words, beside the shapes themselves, most points first; may be empty.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>What asserts the opposite.</summary>
    public IReadOnlyList<Phrase> Contradicts { get; init; } = [];
}
