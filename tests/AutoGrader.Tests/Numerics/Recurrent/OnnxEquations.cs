using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>
/// The equations of the ONNX operators (Operators.md, opset 22) written down once more, a sequence at a time with Math.NET's vectors and
/// no thought of speed: the oracle in double precision. It shares the scalar activations with what it tests, and nothing else.
/// </summary>
internal static class OnnxEquations
{
    public static List<Vector<double>> Rnn(RnnParameters p, Matrix<double> inputs, Vector<double> state)
    {
        var states = new List<Vector<double>>();
        foreach (var x in inputs.EnumerateRows())
        {
            var sum = p.InputWeights * x + p.RecurrentWeights * state;
            state = f(sum + OrZero(p.InputBias, sum) + OrZero(p.RecurrentBias, sum));
            states.Add(state);
        }

        return states;

        Vector<double> f(Vector<double> a) => Apply(p.Activation, a, p.Clip);
    }

    public static List<(Vector<double> Hidden, Vector<double> Cell)> Lstm(
        LstmParameters p, Matrix<double> inputs, Vector<double> hidden, Vector<double> cell)
    {
        var size = hidden.Count;
        var peepholes = p.Peepholes ?? Vector<double>.Build.Dense(3 * size);
        var states = new List<(Vector<double>, Vector<double>)>();
        foreach (var x in inputs.EnumerateRows())
        {
            var sum = p.InputWeights * x + p.RecurrentWeights * hidden;
            sum += OrZero(p.InputBias, sum) + OrZero(p.RecurrentBias, sum);
            var i = f(Gate(sum, 0) + Gate(peepholes, 0).PointwiseMultiply(cell));
            var forget = p.InputForget ? 1 - i : f(Gate(sum, 2) + Gate(peepholes, 2).PointwiseMultiply(cell));
            cell = forget.PointwiseMultiply(cell) + i.PointwiseMultiply(Apply(p.CandidateActivation, Gate(sum, 3), p.Clip));
            var o = f(Gate(sum, 1) + Gate(peepholes, 1).PointwiseMultiply(cell));
            hidden = o.PointwiseMultiply(Apply(p.OutputActivation, cell, p.Clip));
            states.Add((hidden, cell));
        }

        return states;

        Vector<double> Gate(Vector<double> all, int index) => all.SubVector(index * size, size);
        Vector<double> f(Vector<double> a) => Apply(p.GateActivation, a, p.Clip);
    }

    public static List<Vector<double>> Gru(GruParameters p, Matrix<double> inputs, Vector<double> state)
    {
        var size = state.Count;
        var states = new List<Vector<double>>();
        foreach (var x in inputs.EnumerateRows())
        {
            var input = p.InputWeights * x;
            input += OrZero(p.InputBias, input);
            var recurrent = p.RecurrentWeights * state;
            var bias = OrZero(p.RecurrentBias, recurrent);
            var z = Apply(p.GateActivation, Gate(input + recurrent + bias, 0), p.Clip);
            var r = Apply(p.GateActivation, Gate(input + recurrent + bias, 1), p.Clip);
            var remembered = p.LinearBeforeReset
                ? r.PointwiseMultiply(Gate(recurrent + bias, 2))
                : p.RecurrentWeights.SubMatrix(2 * size, size, 0, size) * r.PointwiseMultiply(state) + Gate(bias, 2);
            var candidate = Apply(p.CandidateActivation, Gate(input, 2) + remembered, p.Clip);
            state = (1 - z).PointwiseMultiply(candidate) + z.PointwiseMultiply(state);
            states.Add(state);
        }

        return states;

        Vector<double> Gate(Vector<double> all, int index) => all.SubVector(index * size, size);
    }

    private static Vector<double> Apply(Activation activation, Vector<double> a, double? clip) =>
        a.Map(x => activation.Apply(clip is { } limit ? Math.Clamp(x, -limit, limit) : x), Zeros.Include);

    private static Vector<double> OrZero(Vector<double>? vector, Vector<double> like) => vector ?? Vector<double>.Build.Dense(like.Count);
}
