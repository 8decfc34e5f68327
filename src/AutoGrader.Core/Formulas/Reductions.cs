using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Functions that make one number of all entries, of every row, or of every column.</summary>
internal static class Reductions
{
    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        Of("sum", entries => entries.Sum()),
        Of("mean", entries => entries.Sum() / entries.Length),
        Of("min", entries => entries.Aggregate(Math.Min)), // keeps NaN, unlike Enumerable.Min
        Of("max", entries => entries.Aggregate(Math.Max)),
        Of("norm", Norm),
    ];

    private static FormulaFunction Of(string name, Func<double[], double> reduce) => new(
        $"{name}(x, axis: all|rows|columns)", 1, 1,
        x => new Quantity(new Shape(
            x.Is("axis", "rows") ? x[0].Shape.Rows : 1,
            x.Is("axis", "columns") ? x[0].Shape.Columns : 1)),
        x => x.Is("axis", "rows") ? Column(x[0].ToRowArrays().Select(reduce))
            : x.Is("axis", "columns") ? Column(x[0].ToColumnArrays().Select(reduce)).Transpose()
            : Number(reduce(x[0].ToRowMajorArray())))
    {
        Options = new Dictionary<string, string[]> { ["axis"] = ["all", "rows", "columns"] },
        Work = x => x[0].Shape.Count * 4,
    };

    private static Matrix<double> Column(IEnumerable<double> entries) => Vector<double>.Build.DenseOfEnumerable(entries).ToColumnMatrix();

    /// <summary>√Σx², after dividing by a power of two, which is exact and keeps the squares from overflow and underflow.</summary>
    private static double Norm(double[] entries)
    {
        var largest = entries.Select(Math.Abs).Aggregate(Math.Max);
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        var exponent = Math.ILogB(largest);
        return Math.ScaleB(Math.Sqrt(entries.Select(x => Math.ScaleB(x, -exponent)).Sum(x => x * x)), exponent);
    }
}
