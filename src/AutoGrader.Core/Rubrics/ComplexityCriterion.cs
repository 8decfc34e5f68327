namespace AutoGrader.Core.Rubrics;

/// <summary>A criterion on an order of growth, such as O(N²). Judged by algebra, not by spelling.</summary>
public sealed record ComplexityCriterion : Criterion
{
    /// <inheritdoc/>
    public override string Kind => "complexity";

    /// <summary>What the order is said of: only expressions in a sentence (or line) about it are judged. Ways to name it.</summary>
    public required IReadOnlyList<Phrase> About { get; init; }

    /// <summary>The orders and what they earn, most points first, such as <c>N^2</c>.</summary>
    public required IReadOnlyList<GrowthLevel> Orders { get; init; }

    /// <summary>Equalities that hold on the sheet, such as <c>N = H*W</c>.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    /// <summary>Symbols that do not count towards growth, such as <c>d_k</c> or <c>C</c>.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>What earns points in words ("quadratic in the number of pixels"), most points first; may be empty.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];
}
