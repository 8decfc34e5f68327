using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Attention and its parts.</summary>
internal static class AttentionFunctions
{
    private const string AttentionUsage =
        "attention(Q, K, V, scale: s, softmax: on|off, axis: keys|queries, causal: off|on, "
        + "mask: M, bias: B, cap: c, heads: h, kv_heads: g)";

    private static readonly string[] OffOn = ["off", "on"];

    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("softmax(x, axis: keys|queries|rows|columns)", 1, 1, x => new Quantity(x[0].Shape), x => Softmax.Of(x[0], Axis(x)))
        {
            Options = new Dictionary<string, string[]> { ["axis"] = ["keys", "queries", "rows", "columns"] },
            Work = x => x[0].Shape.Count * FormulaFunction.Transcendental,
        },
        new(AttentionUsage, 3, 3, CheckAttention, Attention)
        {
            Options = new Dictionary<string, string[]>
            {
                ["softmax"] = OffOn, ["axis"] = ["keys", "queries"], ["causal"] = OffOn,
            },
            Named = ["scale", "mask", "bias", "cap", "heads", "kv_heads"],
            Work = x => (long)x[0].Shape.Rows * x[1].Shape.Rows
                * (x[0].Shape.Columns + Heads(x) * (long)(x[2].Shape.Columns + FormulaFunction.Transcendental)),
        },
    ];

    // Scores have a row per query and a column per key: over the keys means that every row sums to 1.
    private static SoftmaxAxis Axis(CallArguments<Matrix<double>> x) =>
        x.Is("axis", "columns") || x.Is("axis", "queries") ? SoftmaxAxis.Columns : SoftmaxAxis.Rows;

    private static int Heads(CallArguments<Quantity> x) => Size(x, "heads", 1);

    private static Quantity CheckAttention(CallArguments<Quantity> x)
    {
        var (queries, keys, values) = (x[0].Shape, x[1].Shape, x[2].Shape);
        var heads = Heads(x);
        var shared = Size(x, "kv_heads", heads);
        if (heads % shared != 0)
            throw Mismatch(x.Call,
                new(
                    $"{heads} heads cannot share {shared} heads of K and V evenly",
                    $"{heads} Köpfe lassen sich nicht gleichmäßig auf {shared} Köpfe von K und V verteilen"));
        if (queries.Columns % heads != 0 || (long)queries.Columns / heads * shared != keys.Columns)
        {
            throw Mismatch(x.Call, heads == 1
                ? new(
                    $"Q ({queries}) and K ({keys}) need the same number of columns",
                    $"Q ({queries}) und K ({keys}) brauchen gleich viele Spalten")
                : new(
                    $"Q ({queries}) needs {heads} and K ({keys}) {shared} times the same number of columns",
                    $"Q ({queries}) braucht {heads}-mal und K ({keys}) {shared}-mal dieselbe Zahl von Spalten"));
        }

        if (keys.Rows != values.Rows)
            throw Mismatch(x.Call,
                new(
                    $"K ({keys}) and V ({values}) need the same number of rows",
                    $"K ({keys}) und V ({values}) brauchen gleich viele Zeilen"));
        if (values.Columns % shared != 0)
            throw Mismatch(x.Call,
                new($"V ({values}) needs a multiple of {shared} columns", $"V ({values}) braucht ein Vielfaches von {shared} Spalten"));
        foreach (var name in new[] { "mask", "bias" })
        {
            if (x.Has(name) && x.Named(name, default).Shape is var given
                && (given.Columns != keys.Rows || (given.Rows != queries.Rows && given.Rows != 1)))
            {
                throw Mismatch(
                    x.Call,
                    new(
                        $"{name} ({given}) needs a column for each row of K ({keys}), and one row or those of Q ({queries})",
                        $"{name} ({given}) braucht eine Spalte je Zeile von K ({keys}), und eine Zeile oder die von Q ({queries})"));
            }
        }

        RequireNumbers(x);
        return new Quantity(new Shape(queries.Rows, values.Columns / shared * heads));
    }

    private static void RequireNumbers(CallArguments<Quantity> x)
    {
        foreach (var name in new[] { "scale", "cap" })
        {
            if (x.Has(name) && !x.Named(name, default).Shape.IsScalar)
                throw new FormulaException(
                    x.ExpressionOf(name).Column,
                    new(
                        $"{name} must be a number, not {x.Named(name, default).Shape}.",
                        $"{name} muss eine Zahl sein, nicht {x.Named(name, default).Shape}."),
                    new($"Write {AttentionUsage}.", $"Schreiben Sie {AttentionUsage}."));
        }

        if (x.Has("cap") && x.Named("cap", default).Constant is not (> 0 and < double.PositiveInfinity))
            throw new FormulaException(
                x.ExpressionOf("cap").Column,
                new(
                    "The cap must be a number above 0 that follows from numbers and shapes alone.",
                    "„cap“ muss eine Zahl über 0 sein, die allein aus Zahlen und Formen folgt."),
                new("Use such a number.", "Verwenden Sie eine solche Zahl."));
    }

    private static Matrix<double> Attention(CallArguments<Matrix<double>> x)
    {
        var heads = (int)x.Named("heads", Number(1))[0, 0];
        var layer = new MultiHeadAttention(heads, (int)x.Named("kv_heads", Number(heads))[0, 0]);
        double? scale = x.Has("scale") ? x.Named("scale", x[0])[0, 0] : null;
        if (scale is { } factor && !double.IsFinite(factor))
            return Matrix<double>.Build.Dense(x[0].RowCount, x[2].ColumnCount / layer.KeyValueHeads * heads, double.NaN);
        return layer.Output(x[0], x[1], x[2], new AttentionOptions
        {
            Scale = scale,
            SoftCap = x.Has("cap") ? x.Named("cap", x[0])[0, 0] : null,
            Softmax = !x.Is("softmax", "off"),
            SoftmaxAxis = Axis(x),
            Causal = x.Is("causal", "on"),
            Mask = Mask(x),
        });
    }

    /// <summary>The bias with −∞ where the mask is 0; each with one row for all queries or a row for each.</summary>
    private static AttentionMask? Mask(CallArguments<Matrix<double>> x)
    {
        if (!x.Has("mask") && !x.Has("bias"))
            return null;
        var none = Matrix<double>.Build.Dense(1, x[1].RowCount);
        var (bias, mask) = (x.Named("bias", none), x.Named("mask", none + 1));
        return AttentionMask.Additive(Matrix<double>.Build.Dense(
            Math.Max(bias.RowCount, mask.RowCount), x[1].RowCount,
            (i, j) => mask[i % mask.RowCount, j] == 0 ? double.NegativeInfinity : bias[i % bias.RowCount, j]));
    }
}
