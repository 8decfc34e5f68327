namespace AutoGrader.Core.Rubrics;

/// <summary>A criterion that a step of the question's computation is right, or follows from the student's own earlier result.</summary>
public sealed record MatrixCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "matrix";

    /// <summary>The step that is judged.</summary>
    public required string Step { get; init; }

    /// <summary>
    /// The points earned at each number of wrong entries: index 0 for none wrong. More wrong entries than listed earn nothing.
    /// </summary>
    public required IReadOnlyList<Points> PointsByWrongEntries { get; init; }

    /// <summary>Whether the step counts as done where it is not shown but a later step that builds on it is right.</summary>
    public bool ImpliedByLaterSteps { get; init; } = true;
}
