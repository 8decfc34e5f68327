using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Recurrent networks over one sequence: a row of X per step, a row of the result per step. Gates stand in ONNX' order.</summary>
internal static class RecurrentFunctions
{
    private static readonly string[] Directions = ["forward", "reverse"];

    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("rnn(X, W, R, b, activation: tanh|relu|sigmoid|identity, direction: forward|reverse, initial: h)", 3, 4, x => Check(x, 1), Rnn)
        {
            Options = new Dictionary<string, string[]>
            {
                ["activation"] = ["tanh", "relu", "sigmoid", "identity"],
                ["direction"] = Directions,
            },
            Named = ["initial"],
            Work = Work,
        },
        new("lstm(X, W, R, b, value: states|cells, direction: forward|reverse, initial: h, initial_cell: c)", 3, 4, x => Check(x, 4), Lstm)
        {
            Options = new Dictionary<string, string[]> { ["value"] = ["states", "cells"], ["direction"] = Directions },
            Named = ["initial", "initial_cell"],
            Work = Work,
        },
        new("gru(X, W, R, b, reset: before|after, direction: forward|reverse, initial: h)", 3, 4, x => Check(x, 3), Gru)
        {
            Options = new Dictionary<string, string[]> { ["reset"] = ["before", "after"], ["direction"] = Directions },
            Named = ["initial"],
            Work = Work,
        },
    ];

    private static Quantity Check(CallArguments<Quantity> x, int gates)
    {
        var (inputs, weights, recurrent) = (x[0].Shape, x[1].Shape, x[2].Shape);
        if (inputs.Columns != weights.Columns)
            throw Mismatch(x.Call,
                new(
                    $"X ({inputs}) and W ({weights}) need the same number of columns",
                    $"X ({inputs}) und W ({weights}) brauchen gleich viele Spalten"));
        if (recurrent.Rows != (long)gates * recurrent.Columns || recurrent.Rows != weights.Rows)
        {
            throw Mismatch(x.Call, gates == 1
                ? new(
                    $"R ({recurrent}) must be square with as many rows as W ({weights})",
                    $"R ({recurrent}) muss quadratisch sein und so viele Zeilen haben wie W ({weights})")
                : new(
                    $"W ({weights}) and R ({recurrent}) need {gates} rows for each column of R",
                    $"W ({weights}) und R ({recurrent}) brauchen {gates} Zeilen je Spalte von R"));
        }

        if (x.Count == 4 && x[3].Shape != new Shape(1, weights.Rows))
            throw Mismatch(x.Call,
                new(
                    $"b ({x[3].Shape}) must be a row with as many entries as W ({weights}) has rows",
                    $"b ({x[3].Shape}) muss eine Zeile sein und so viele Einträge haben wie W ({weights}) Zeilen"));
        var state = new Quantity(new Shape(1, recurrent.Columns));
        foreach (var name in new[] { "initial", "initial_cell" })
        {
            if (x.Named(name, state).Shape is var given && given != state.Shape)
                throw Mismatch(x.Call,
                    new(
                        $"{name} ({given}) must be a row with as many entries as R ({recurrent}) has columns",
                        $"{name} ({given}) muss eine Zeile sein und so viele Einträge haben wie R ({recurrent}) Spalten"));
        }

        return new Quantity(new Shape(inputs.Rows, recurrent.Columns));
    }

    private static long Work(CallArguments<Quantity> x) =>
        x[0].Shape.Rows * (x[1].Shape.Count + x[2].Shape.Count + FormulaFunction.Transcendental * x[1].Shape.Rows);

    private static Matrix<double> Rnn(CallArguments<Matrix<double>> x)
    {
        var activation = x.Is("activation", "relu") ? Activation.Relu
            : x.Is("activation", "sigmoid") ? Activation.Sigmoid
            : x.Is("activation", "identity") ? Activation.Identity
            : Activation.Tanh;
        var parameters = new RnnParameters(x[1], x[2]) { InputBias = Bias(x), Activation = activation };
        return new VanillaRnn(parameters, Direction(x)).Run(x[0], Initial(x)).States;
    }

    private static Matrix<double> Lstm(CallArguments<Matrix<double>> x)
    {
        var trace = new Lstm(new LstmParameters(x[1], x[2]) { InputBias = Bias(x) }, Direction(x)).Run(x[0], Initial(x));
        return x.Is("value", "cells") ? trace.CellStates : trace.States;
    }

    private static Matrix<double> Gru(CallArguments<Matrix<double>> x)
    {
        var parameters = new GruParameters(x[1], x[2]) { InputBias = Bias(x), LinearBeforeReset = x.Is("reset", "after") };
        return new Gru(parameters, Direction(x)).Run(x[0], Initial(x)).States;
    }

    private static Vector<double>? Bias(CallArguments<Matrix<double>> x) => x.Count == 4 ? x[3].Row(0) : null;

    private static Direction Direction(CallArguments<Matrix<double>> x) =>
        x.Is("direction", "reverse") ? Numerics.Recurrent.Direction.Reverse : Numerics.Recurrent.Direction.Forward;

    private static RecurrentState Initial(CallArguments<Matrix<double>> x)
    {
        var zeros = Matrix<double>.Build.Dense(1, x[2].ColumnCount);
        return new RecurrentState(x.Named("initial", zeros), x.Call.Function == "lstm" ? x.Named("initial_cell", zeros) : null);
    }
}
