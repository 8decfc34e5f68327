using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>A function of the formula language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usage">How it is written, for error messages.</param>
/// <param name="MinimumArguments">Least number of arguments.</param>
/// <param name="MaximumArguments">Largest number of arguments.</param>
/// <param name="Options">Its options and the words each may have; the first is the default.</param>
/// <param name="Check">The result's shape from the arguments' shapes; throws where they do not fit.</param>
/// <param name="Evaluate">The result from the arguments' values, which fit.</param>
internal sealed record FormulaFunction(
    string Name,
    string Usage,
    int MinimumArguments,
    int MaximumArguments,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Options,
    Func<CallExpression, IReadOnlyList<Quantity>, Quantity> Check,
    Func<CallExpression, IReadOnlyList<Matrix<double>>, Matrix<double>> Evaluate);
