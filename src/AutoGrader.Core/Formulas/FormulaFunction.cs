using System.Collections.Frozen;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>A function of the formula language.</summary>
/// <param name="Usage">How it is written, for error messages and the guide of rubrics; begins with its name.</param>
/// <param name="MinimumArguments">Least number of arguments without a name.</param>
/// <param name="MaximumArguments">Largest number of arguments without a name.</param>
/// <param name="Check">The result's shape from the arguments' shapes; throws where they do not fit.</param>
/// <param name="Evaluate">The result from the arguments' values, which fit. Throws for no numbers, NaN and infinities included.</param>
internal sealed record FormulaFunction(
    string Usage,
    int MinimumArguments,
    int MaximumArguments,
    Func<CallArguments<Quantity>, Quantity> Check,
    Func<CallArguments<Matrix<double>>, Matrix<double>> Evaluate)
{
    /// <summary>About how many multiplications an exponential, a root or the like takes.</summary>
    public const long Transcendental = 20;

    public string Name { get; } = Usage[..Usage.IndexOf('(', StringComparison.Ordinal)];

    /// <summary>Its options and the words each may have.</summary>
    public IReadOnlyDictionary<string, string[]> Options { get; init; } = FrozenDictionary<string, string[]>.Empty;

    /// <summary>The arguments that are given by name and may be left out.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>About how many multiplications it takes, beside one for each entry of its result.</summary>
    public Func<CallArguments<Quantity>, long> Work { get; init; } = static _ => 0;
}
