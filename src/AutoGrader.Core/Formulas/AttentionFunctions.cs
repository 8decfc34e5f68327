using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Attention and its parts.</summary>
internal static class AttentionFunctions
{
    // Scores have a row per query and a column per key: over the keys means that every row sums to 1.
    private static readonly string[] Axes = ["keys", "queries", "rows", "columns"];

    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("softmax(x, axis: keys|queries|rows|columns)", 1, 1,
            x => new Quantity(x[0].Shape),
            x => Softmax.Of(x[0], x.Is("axis", "columns") || x.Is("axis", "queries") ? SoftmaxAxis.Columns : SoftmaxAxis.Rows))
        {
            Options = new Dictionary<string, string[]> { ["axis"] = Axes },
            Work = x => x[0].Shape.Count * FormulaFunction.Transcendental,
        },
        new("attention(Q, K, V, softmax: on|off)", 3, 3, CheckAttention,
            x => ScaledDotProductAttention.Output(x[0], x[1], x[2], new AttentionOptions { Softmax = !x.Is("softmax", "off") }))
        {
            Options = new Dictionary<string, string[]> { ["softmax"] = ["on", "off"] },
            Work = x => x[0].Shape.Rows * (x[1].Shape.Count + x[2].Shape.Count + FormulaFunction.Transcendental * x[1].Shape.Rows),
        },
    ];

    private static Quantity CheckAttention(CallArguments<Quantity> x)
    {
        var (queries, keys, values) = (x[0].Shape, x[1].Shape, x[2].Shape);
        if (queries.Columns != keys.Columns)
            throw Mismatch(x.Call, $"Q ({queries}) and K ({keys}) need the same number of columns");
        if (keys.Rows != values.Rows)
            throw Mismatch(x.Call, $"K ({keys}) and V ({values}) need the same number of rows");
        return new Quantity(new Shape(queries.Rows, values.Columns));
    }
}
