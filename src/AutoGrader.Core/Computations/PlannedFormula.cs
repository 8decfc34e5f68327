using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked formula, constants computed.</summary>
/// <param name="formula">The formula.</param>
/// <param name="shape">The shape of its value.</param>
/// <param name="onReference">Its value where everything it uses is the reference's; <c>null</c> where that is not finite.</param>
internal sealed class PlannedFormula(Formula formula, Shape shape, Expectation? onReference)
{
    public Expression Root { get; } = formula.Root;

    /// <summary>The names it uses, each once.</summary>
    public IReadOnlyList<string> Names { get; } = [.. formula.Names.Select(n => n.Name).Distinct(StringComparer.Ordinal)];

    public Shape Shape { get; } = shape;

    public Expectation? OnReference { get; } = onReference;
}
