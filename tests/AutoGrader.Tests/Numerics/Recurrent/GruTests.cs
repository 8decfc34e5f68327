using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class GruTests
{
    [Fact]
    public void Run_AllOptions_EqualsTheEquations() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 40), random.Size());
        var parameters = random.NextGru(hidden, features);
        var (inputs, initial) = (random.NextMatrix(random.Size(), features), random.NextVector(hidden));
        var expected = Matrix<double>.Build.DenseOfRowVectors(OnnxEquations.Gru(parameters, inputs, initial));
        return new Gru(parameters).Run(inputs, RecurrentState.Of(initial)).States.IsNear(expected, 1e-10);
    });

    [Fact]
    public void Trace_HoldsTheGatesThatMakeTheStates() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var (inputs, initial) = (random.NextMatrix(random.Size(), features), random.NextVector(hidden));
        var trace = new Gru(random.NextGru(hidden, features)).Run(inputs, RecurrentState.Of(initial));

        var previous = initial.ToRowMatrix().Stack(trace.States).RemoveRow(inputs.RowCount);
        return trace.States.IsNear(
            (1 - trace.UpdateGates).PointwiseMultiply(trace.Candidates) + trace.UpdateGates.PointwiseMultiply(previous));
    });

    [Fact]
    public void ClosedUpdate_KeepsTheStateForever()
    {
        var (w, r) = (Matrix<double>.Build.Dense(3, 1, 1), Matrix<double>.Build.Dense(3, 1, 1));
        var gru = new Gru(new GruParameters(w, r) { InputBias = Vector<double>.Build.Dense([100.0, 0, 0]) });

        var trace = gru.Run(Matrix<double>.Build.Dense(1_000, 1, 0.5), RecurrentState.Of(Vector<double>.Build.Dense(1, 0.75)));

        Assert.Equal(0.75, trace.FinalState[0]);
    }

    [Fact] // One unit, z = r = 1/2, R_h = 2, Rb_h = 1, h₀ = 3, identity: before 2·(3/2) + 1 = 4, behind (2·3 + 1)/2 = 3.5; halves with h₀.
    public void LinearBeforeReset_MovesTheResetBehindTheMap()
    {
        var parameters = new GruParameters(Matrix<double>.Build.Dense(3, 1), Rows([0], [0], [2]))
        {
            RecurrentBias = Vector<double>.Build.Dense([0.0, 0, 1]),
            CandidateActivation = Activation.Identity,
        };
        var initial = RecurrentState.Of(Vector<double>.Build.Dense(1, 3.0));
        var x = Matrix<double>.Build.Dense(1, 1);

        Assert.Equal(3.5, new Gru(parameters).Run(x, initial).FinalState[0]);
        Assert.Equal(3.25, new Gru(parameters with { LinearBeforeReset = true }).Run(x, initial).FinalState[0]);
    }

    [Fact]
    public void WrongShapes_AreNamedBoth()
    {
        var (w, r) = (Matrix<double>.Build.Dense(6, 3), Matrix<double>.Build.Dense(6, 2));

        AssertMismatch("X (5×2) and W (6×3)", () => new Gru(new GruParameters(w, r)).Run(Matrix<double>.Build.Dense(5, 2)));
        AssertMismatch("W (6×3) and R (8×2)", () => new Gru(new GruParameters(w, Matrix<double>.Build.Dense(8, 2))));
        AssertMismatch("R (6×2) and Rb (1×2)", () => new Gru(new GruParameters(w, r) { RecurrentBias = Vector<double>.Build.Dense(2) }));
        AssertMismatch("R (6×2) and Wb (1×7)", () => new Gru(new GruParameters(w, r) { InputBias = Vector<double>.Build.Dense(7) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gru(new GruParameters(w, r) { Clip = -1 }));
    }

    private static void AssertMismatch(string shapes, Func<object> act) =>
        Assert.Contains(shapes, Assert.Throws<ShapeMismatchException>(act).Message, StringComparison.Ordinal);
}
