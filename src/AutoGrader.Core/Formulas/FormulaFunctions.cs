using System.Collections.Frozen;
using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>The functions of the formula language. The numbers come from <c>AutoGrader.Numerics</c>.</summary>
internal static class FormulaFunctions
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> NoOptions =
        FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    public static FrozenDictionary<string, FormulaFunction> All { get; } = new[]
    {
        Entrywise("sqrt", Math.Sqrt),
        Entrywise("exp", Math.Exp),
        Entrywise("tanh", Math.Tanh),
        Entrywise("abs", Math.Abs),
        Entrywise("floor", Math.Floor),
        Entrywise("trunc", Math.Truncate),
        new("transpose", "transpose(x)", 1, 1, NoOptions,
            (_, x) => new Quantity(new Shape(x[0].Shape.Columns, x[0].Shape.Rows), x[0].Constant),
            (_, x) => x[0].Transpose()),
        new("rows", "rows(x)", 1, 1, NoOptions,
            (_, x) => Quantity.Number(x[0].Shape.Rows), (_, x) => Number(x[0].RowCount)),
        new("columns", "columns(x)", 1, 1, NoOptions,
            (_, x) => Quantity.Number(x[0].Shape.Columns), (_, x) => Number(x[0].ColumnCount)),
        new("identity", "identity(n)", 1, 1, NoOptions,
            (call, x) => new Quantity(Sized(call, Size(call, 0, x[0]), Size(call, 0, x[0]))),
            (_, x) => Matrix<double>.Build.DenseIdentity((int)x[0][0, 0])),
        new("reshape", "reshape(x, rows, columns)", 3, 3, NoOptions, CheckReshape, Reshape),
        new("softmax", "softmax(x, axis: rows|columns)", 1, 1, Option("axis", "rows", "columns"),
            (_, x) => new Quantity(x[0].Shape),
            (call, x) => Softmax.Of(x[0], call.Option("axis") == "columns" ? SoftmaxAxis.Columns : SoftmaxAxis.Rows)),
        new("attention", "attention(Q, K, V, softmax: on|off)", 3, 3, Option("softmax", "on", "off"), CheckAttention,
            (call, x) => ScaledDotProductAttention.Output(
                x[0], x[1], x[2], new AttentionOptions { Softmax = call.Option("softmax") != "off" })),
        new("rnn", "rnn(X, W, R, b, activation: tanh|relu|identity)", 3, 4, Option("activation", "tanh", "relu", "identity"),
            CheckRnn, Rnn),
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private static FormulaFunction Entrywise(string name, Func<double, double> function) => new(
        name, $"{name}(x)", 1, 1, NoOptions,
        (_, x) => new Quantity(x[0].Shape, x[0].Constant is { } constant ? function(constant) : null),
        (_, x) => x[0].Map(function, Zeros.Include));

    private static FrozenDictionary<string, IReadOnlyList<string>> Option(string name, params string[] words) =>
        new Dictionary<string, IReadOnlyList<string>> { [name] = words }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Quantity CheckReshape(CallExpression call, IReadOnlyList<Quantity> x)
    {
        var shape = Sized(call, Size(call, 1, x[1]), Size(call, 2, x[2]));
        if (shape.Count != x[0].Shape.Count)
        {
            throw new FormulaException(
                call.Column,
                $"reshape cannot turn {x[0].Shape} into {shape}: the numbers of entries differ.",
                "Let rows times columns stay the same.");
        }

        return new Quantity(shape);
    }

    // Row by row, like numpy.reshape; Math.NET stores by columns.
    private static Matrix<double> Reshape(CallExpression call, IReadOnlyList<Matrix<double>> x)
    {
        var (rows, columns) = ((int)x[1][0, 0], (int)x[2][0, 0]);
        return Matrix<double>.Build.DenseOfRowMajor(rows, columns, x[0].ToRowMajorArray());
    }

    private static Quantity CheckAttention(CallExpression call, IReadOnlyList<Quantity> x)
    {
        var (queries, keys, values) = (x[0].Shape, x[1].Shape, x[2].Shape);
        if (queries.Columns != keys.Columns)
            throw Mismatch(call, $"Q ({queries}) and K ({keys}) need the same number of columns");
        if (keys.Rows != values.Rows)
            throw Mismatch(call, $"K ({keys}) and V ({values}) need the same number of rows");
        return new Quantity(new Shape(queries.Rows, values.Columns));
    }

    private static Quantity CheckRnn(CallExpression call, IReadOnlyList<Quantity> x)
    {
        var (inputs, weights, recurrent) = (x[0].Shape, x[1].Shape, x[2].Shape);
        if (inputs.Columns != weights.Columns)
            throw Mismatch(call, $"X ({inputs}) and W ({weights}) need the same number of columns");
        if (recurrent != new Shape(weights.Rows, weights.Rows))
            throw Mismatch(call, $"R ({recurrent}) must be square with as many rows as W ({weights})");
        if (x.Count == 4 && x[3].Shape != new Shape(1, weights.Rows))
            throw Mismatch(call, $"b ({x[3].Shape}) must be a row with as many entries as W ({weights}) has rows");
        return new Quantity(new Shape(inputs.Rows, weights.Rows));
    }

    private static Matrix<double> Rnn(CallExpression call, IReadOnlyList<Matrix<double>> x)
    {
        var activation = call.Option("activation") switch
        {
            "relu" => Activation.Relu,
            "identity" => Activation.Identity,
            _ => Activation.Tanh,
        };
        return new RecurrentNetwork(x[1], x[2], x.Count == 4 ? x[3].Row(0) : null, activation).Forward(x[0]).States;
    }

    private static int Size(CallExpression call, int argument, Quantity quantity) => quantity.Constant switch
    {
        null => throw new FormulaException(
            call.Arguments[argument].Column,
            $"A size of {call.Function} must follow from numbers and shapes alone.",
            "Use numbers, rows(x) and columns(x)."),
        >= 1 and <= FormulaChecker.MaximumEntries and var size when Math.Truncate(size) == size => (int)size,
        _ => throw new FormulaException(
            call.Arguments[argument].Column,
            $"A size of {call.Function} must be a whole number from 1 to {FormulaChecker.MaximumEntries}.",
            "Use such a number."),
    };

    private static Shape Sized(CallExpression call, int rows, int columns)
    {
        var shape = new Shape(rows, columns);
        return shape.Count <= FormulaChecker.MaximumEntries
            ? shape
            : throw new FormulaException(
                call.Column, $"A matrix of {shape} entries is too large.", $"Use at most {FormulaChecker.MaximumEntries} entries.");
    }

    private static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);

    private static FormulaException Mismatch(CallExpression call, string rule) =>
        new(call.Column, $"{call.Function} does not fit: {rule}.", "Check the order of the arguments and whether one must be transposed.");
}
