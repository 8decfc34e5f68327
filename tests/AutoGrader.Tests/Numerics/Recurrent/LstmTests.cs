using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class LstmTests
{
    [Fact]
    public void Run_AllOptions_EqualsTheEquations() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 40), random.Size());
        var parameters = random.NextLstm(hidden, features);
        var inputs = random.NextMatrix(random.Size(), features);
        var (h0, c0) = (random.NextVector(hidden), random.NextVector(hidden));
        var expected = OnnxEquations.Lstm(parameters, inputs, h0, c0);

        var trace = new Lstm(parameters).Run(inputs, RecurrentState.Of(h0, c0));

        return trace.States.IsNear(Matrix<double>.Build.DenseOfRowVectors(expected.Select(s => s.Hidden)), 1e-10)
            && trace.CellStates.IsNear(Matrix<double>.Build.DenseOfRowVectors(expected.Select(s => s.Cell)), 1e-10)
            && trace.Final.Cell!.Row(0).Equals(trace.CellStates.Row(inputs.RowCount - 1));
    });

    [Fact]
    public void Trace_HoldsTheGatesThatMakeTheStates() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var parameters = random.NextLstm(hidden, features) with { OutputActivation = Activation.Tanh, Clip = null };
        var (inputs, c0) = (random.NextMatrix(random.Size(), features), random.NextVector(hidden));
        var trace = new Lstm(parameters).Run(inputs, RecurrentState.Of(Vector<double>.Build.Dense(hidden), c0));

        var previous = c0.ToRowMatrix().Stack(trace.CellStates).RemoveRow(inputs.RowCount);
        var cells = trace.ForgetGates.PointwiseMultiply(previous) + trace.InputGates.PointwiseMultiply(trace.Candidates);
        return trace.CellStates.IsNear(cells)
            && trace.States.IsNear(trace.OutputGates.PointwiseMultiply(trace.CellStates.PointwiseTanh()))
            && (!parameters.InputForget || trace.ForgetGates.IsNear(1 - trace.InputGates));
    });

    [Fact] // One unit, only biases: i = o = σ(0), f = σ(100) = 1 keeps the cell, c̃ = 0: c stays c₀ and h = tanh(c₀)/2 at every step.
    public void OpenForgetGate_KeepsTheCellForever()
    {
        var (w, r) = (Matrix<double>.Build.Dense(4, 1), Matrix<double>.Build.Dense(4, 1));
        var lstm = new Lstm(new LstmParameters(w, r) { InputBias = Vector<double>.Build.Dense([0.0, 0, 100, 0]) });

        var trace = lstm.Run(
            Matrix<double>.Build.Dense(1_000, 1), RecurrentState.Of(Vector<double>.Build.Dense(1), Vector<double>.Build.Dense(1, 0.75)));

        Assert.Equal(0.75, trace.CellStates[999, 0]);
        Assert.Equal(Math.Tanh(0.75) / 2, trace.States[999, 0], 1e-15);
    }

    [Fact] // ONNX bounds "the input of activations": also that of the last one. The cell itself grows on.
    public void Clip_BoundsTheCellOnItsWayOutOnly()
    {
        var (w, r) = (Rows([0.0], [0], [0], [1]), Matrix<double>.Build.Dense(4, 1));
        var lstm = new Lstm(new LstmParameters(w, r)
        {
            GateActivation = Activation.Affine(0, 1),
            CandidateActivation = Activation.Identity,
            OutputActivation = Activation.Identity,
            Clip = 1.5,
        });

        var trace = lstm.Run(Rows([1], [9], [1]));

        Assert.Equal([1, 2.5, 3.5], trace.CellStates.Column(0).ToArray());
        Assert.Equal([1, 1.5, 1.5], trace.States.Column(0).ToArray());
    }

    [Fact]
    public void WrongShapes_AreNamedBoth()
    {
        var (w, r) = (Matrix<double>.Build.Dense(8, 3), Matrix<double>.Build.Dense(8, 2));
        var lstm = new Lstm(new LstmParameters(w, r));

        AssertMismatch("X (5×2) and W (8×3)", () => lstm.Run(Matrix<double>.Build.Dense(5, 2)));
        AssertMismatch("c₀ (1×3)", () => lstm.Run(
            Matrix<double>.Build.Dense(5, 3), RecurrentState.Of(Vector<double>.Build.Dense(2), Vector<double>.Build.Dense(3))));
        AssertMismatch("W (8×3) and R (6×2)", () => new Lstm(new LstmParameters(w, Matrix<double>.Build.Dense(6, 2))));
        AssertMismatch("W (6×3) and R (8×2)", () => new Lstm(new LstmParameters(Matrix<double>.Build.Dense(6, 3), r)));
        AssertMismatch("R (8×2) and P (1×8)", () => new Lstm(
            new LstmParameters(w, r) { Peepholes = Vector<double>.Build.Dense(8) }));
        AssertMismatch("R (8×2) and Wb (1×2)", () => new Lstm(
            new LstmParameters(w, r) { InputBias = Vector<double>.Build.Dense(2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lstm(new LstmParameters(w, r) { Clip = 0 }));
    }

    private static void AssertMismatch(string shapes, Func<object> act) =>
        Assert.Contains(shapes, Assert.Throws<ShapeMismatchException>(act).Message, StringComparison.Ordinal);
}
