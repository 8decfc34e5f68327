using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>How close attention comes to the identity.</summary>
internal static class IdentityFunctions
{
    // The search for a scale halves an interval until its ends are neighbours.
    private const long Trials = 64;

    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("identity_distance(Q, K, scale, norm: max|frobenius)", 2, 3, Check,
            x => Each(x, x.Count == 3 ? x[2] : Number(1), (approximation, scale) =>
                !double.IsFinite(scale) ? double.NaN
                : x.Is("norm", "frobenius") ? approximation.Distance(scale).Frobenius
                : approximation.Distance(scale).Maximum))
        {
            Options = new Dictionary<string, string[]> { ["norm"] = ["max", "frobenius"] },
            Work = x => Work(x, 1),
        },
        new("identity_scale(Q, K, tolerance)", 3, 3, Check,
            x => Each(x, x[2], (approximation, tolerance) =>
                tolerance is > 0 and < 1 ? approximation.ScaleFor(tolerance) ?? double.PositiveInfinity : double.NaN))
        {
            Work = x => Work(x, Trials),
        },
    ];

    private static Quantity Check(CallArguments<Quantity> x) =>
        x[0].Shape == x[1].Shape
            ? new Quantity(x.Count == 3 ? x[2].Shape : new Shape(1, 1))
            : throw Mismatch(x.Call,
                new(
                    $"Q ({x[0].Shape}) and K ({x[1].Shape}) need the same shape",
                    $"Q ({x[0].Shape}) und K ({x[1].Shape}) brauchen dieselbe Form"));

    private static long Work(CallArguments<Quantity> x, long trials) =>
        x[0].Shape.Rows * (x[0].Shape.Count
            + trials * FormulaFunction.Transcendental * x[0].Shape.Rows * (x.Count == 3 ? x[2].Shape.Count : 1));

    private static Matrix<double> Each(
        CallArguments<Matrix<double>> x, Matrix<double> entries, Func<IdentityApproximation, double, double> value)
    {
        // Then the logits are finite as well.
        if (!double.IsFinite(x[0].ColumnCount * Largest(x[0]) * Largest(x[1])))
            return entries.Map(_ => double.NaN, Zeros.Include);
        var approximation = new IdentityApproximation(x[0], x[1]);
        return entries.Map(entry => value(approximation, entry), Zeros.Include);
    }

    private static double Largest(Matrix<double> matrix) => matrix.Enumerate().Select(Math.Abs).Aggregate(Math.Max);
}
