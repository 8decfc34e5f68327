using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A numeric question: given matrices and a chain of named steps. The reference is always computed from the formulas, never typed.
/// </summary>
public sealed record Computation
{
    /// <summary>The given matrices by name, as printed on the sheet.</summary>
    public required IReadOnlyDictionary<string, Matrix<double>> Given { get; init; }

    /// <summary>
    /// The steps in the order in which they are shown. A formula may use given matrices and any steps that do not need its own in turn.
    /// </summary>
    public required IReadOnlyList<ComputationStep> Steps { get; init; }

    /// <summary>Known wrong ways, each a step replaced by another formula.</summary>
    public IReadOnlyList<NamedMistake> Mistakes { get; init; } = [];

    /// <summary>What is said of slips that are known for every formula.</summary>
    public IReadOnlyList<CatalogueMistake> CatalogueMistakes { get; init; } = [];

    /// <summary>How far a student's number may be from the expected one and still counts as right.</summary>
    public NumberTolerance Tolerance { get; init; } = NumberTolerance.Default;

    /// <summary>What is said of a slip in a step, first of this step, else of every step; <c>null</c> for nothing.</summary>
    internal CatalogueMistake? RuleFor(string mistake, string step) =>
        CatalogueMistakes.FirstOrDefault(m => m.Name == mistake && m.Step == step)
        ?? CatalogueMistakes.FirstOrDefault(m => m.Name == mistake && m.Step is null);
}
