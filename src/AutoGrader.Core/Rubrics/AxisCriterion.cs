namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A criterion on the direction in which a matrix is normalised or summed: which of its values sum to one. The matrix has a row for every
/// row of one matrix of <see cref="Question.Shapes"/> and a column for every row of another, as QKᵀ has for the queries and the keys.
/// </summary>
public sealed record AxisCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "axis";

    /// <summary>The matrix whose rows the rows belong to, such as Q.</summary>
    public required string Rows { get; init; }

    /// <summary>The matrix whose rows the columns belong to, such as K.</summary>
    public required string Columns { get; init; }

    /// <summary>
    /// The one of both whose rows are summed over: with <see cref="Columns"/> every row sums to one, with <see cref="Rows"/> every column.
    /// </summary>
    public required string SumsOver { get; init; }

    /// <summary>What students name that is neither of both ("the whole matrix"): it earns nothing.</summary>
    public IReadOnlyList<Phrase> Instead { get; init; } = [];
}
