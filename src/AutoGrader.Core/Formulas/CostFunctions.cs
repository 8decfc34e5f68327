using System.Numerics;
using AutoGrader.Numerics.Cost;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>What layers cost at every length of an input. Not a number where a length or size is no positive whole number.</summary>
internal static class CostFunctions
{
    private static readonly string[] Counts = ["multiply_adds", "exponentials", "memory"];

    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        Of("attention_cost(N, d, count: multiply_adds|exponentials|memory)", 2,
            (length, x) => LayerCost.OfSelfAttention(length, x[0])),
        Of("convolution_cost(N, k, d, count: multiply_adds|exponentials|memory)", 3,
            (length, x) => LayerCost.OfConvolution(length, (long)x[0] * x[0], x[1], x[1])),
        new("growth_exponent(N, y)", 2, 2,
            x => x[0].Shape == x[1].Shape
                ? Quantity.Number()
                : throw FormulaFunctions.Mismatch(x.Call,
                    new(
                        $"N ({x[0].Shape}) and y ({x[1].Shape}) need the same shape",
                        $"N ({x[0].Shape}) und y ({x[1].Shape}) brauchen dieselbe Form")),
            x => FormulaFunctions.Number(GrowthExponent.Of(x[0].ToRowMajorArray(), x[1].ToRowMajorArray())))
        {
            Work = x => x[0].Shape.Count * 2 * FormulaFunction.Transcendental,
        },
    ];

    private static FormulaFunction Of(string usage, int arguments, Func<int, int[], LayerCost> cost) => new(
        usage, arguments, arguments,
        x =>
        {
            for (var i = 1; i < x.Count; i++)
            {
                if (!x[i].Shape.IsScalar)
                    throw new FormulaException(
                        x.Call.Arguments[i].Column,
                        new(
                            $"A size of {x.Call.Function} must be a number, not {x[i].Shape}.",
                            $"Eine Größe von {x.Call.Function} muss eine Zahl sein, nicht {x[i].Shape}."),
                        new("Only the lengths N may be a matrix.", "Nur die Längen N dürfen eine Matrix sein."));
            }

            return new Quantity(x[0].Shape);
        },
        x => Count(x, cost))
    {
        Options = new Dictionary<string, string[]> { ["count"] = Counts },
        Work = x => x[0].Shape.Count * FormulaFunction.Transcendental,
    };

    private static Matrix<double> Count(CallArguments<Matrix<double>> x, Func<int, int[], LayerCost> cost)
    {
        var sizes = Enumerable.Range(1, x.Count - 1).Select(i => Whole(x[i][0, 0])).ToArray();
        return x[0].Map(
            length => Whole(length) is { } whole && Array.TrueForAll(sizes, size => size is not null)
                ? (double)Chosen(cost(whole, [.. sizes.Select(size => size!.Value)]), x)
                : double.NaN,
            Zeros.Include);
    }

    private static BigInteger Chosen(LayerCost cost, CallArguments<Matrix<double>> x) =>
        x.Is("count", "memory") ? cost.Memory : x.Is("count", "exponentials") ? cost.Exponentials : cost.MultiplyAdds;

    private static int? Whole(double value) =>
        value is >= 1 and <= int.MaxValue && Math.Truncate(value) == value ? (int)value : null;
}
