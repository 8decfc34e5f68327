using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Recurrent networks.</summary>
internal static class RecurrentFunctions
{
    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("rnn(X, W, R, b, activation: tanh|relu|identity)", 3, 4, CheckRnn, Rnn)
        {
            Options = new Dictionary<string, string[]> { ["activation"] = ["tanh", "relu", "identity"] },
            Work = x => x[0].Shape.Rows * (x[1].Shape.Count + x[2].Shape.Count + FormulaFunction.Transcendental * x[1].Shape.Rows),
        },
    ];

    private static Quantity CheckRnn(CallArguments<Quantity> x)
    {
        var (inputs, weights, recurrent) = (x[0].Shape, x[1].Shape, x[2].Shape);
        if (inputs.Columns != weights.Columns)
            throw Mismatch(x.Call, $"X ({inputs}) and W ({weights}) need the same number of columns");
        if (recurrent != new Shape(weights.Rows, weights.Rows))
            throw Mismatch(x.Call, $"R ({recurrent}) must be square with as many rows as W ({weights})");
        if (x.Count == 4 && x[3].Shape != new Shape(1, weights.Rows))
            throw Mismatch(x.Call, $"b ({x[3].Shape}) must be a row with as many entries as W ({weights}) has rows");
        return new Quantity(new Shape(inputs.Rows, weights.Rows));
    }

    private static Matrix<double> Rnn(CallArguments<Matrix<double>> x)
    {
        var activation = x.Is("activation", "relu") ? Activation.Relu
            : x.Is("activation", "identity") ? Activation.Identity
            : Activation.Tanh;
        var parameters = new RnnParameters(x[1], x[2]) { InputBias = x.Count == 4 ? x[3].Row(0) : null, Activation = activation };
        return new VanillaRnn(parameters).Run(x[0]).States;
    }
}
