using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics;

public sealed class RecurrentNetworkTests
{
    private static readonly Matrix<double> Inputs = Rows([[1, 2], [-1, 0.5], [0, -2]]);
    private static readonly Matrix<double> W = Rows([[0.5, -0.25], [0.75, 1], [0, -0.5]]);
    private static readonly Matrix<double> R = Rows([[0.1, 0.2, -0.3], [0, -0.5, 0.25], [0.4, 0, 0.6]]);
    private static readonly Vector<double> Bias = Vector<double>.Build.Dense([0.05, -0.1, 0.2]);
    private static readonly Vector<double> Initial = Vector<double>.Build.Dense([0.1, -0.2, 0.3]);

    [Fact] // Expected numbers: CPython 3, math.tanh and math.fsum straight from the ONNX equation, T = 3, d = 2, h = 3.
    public void Forward_Tanh_EqualsPythonsNumbersAtEveryStep()
    {
        var trace = new RecurrentNetwork(W, R, Bias).Forward(Inputs, Initial);

        var preActivations = Rows(
        [
            [-0.07, 2.825, -0.58],
            [-0.22659103501392314, -0.9771611702013889, -0.3915536139380641],
            [0.4891636631802955, -1.817257518304811, 0.8872642866345973],
        ]);
        var states = Rows(
        [
            [-0.069885890316429, 0.9929896255598674, -0.5226654296858209],
            [-0.22279106541469892, -0.7518343693899806, -0.37269881199920524],
            [0.45355239055918395, -0.9485642697584826, 0.7100398796751692],
        ]);
        Assert.Empty(MatrixComparison.Differences(preActivations, trace.PreActivations, new Tolerance(1e-14, 1e-14)));
        Assert.Empty(MatrixComparison.Differences(states, trace.States, new Tolerance(1e-14, 1e-14)));
        Assert.Equal(trace.States.Row(2), trace.FinalState);
    }

    [Theory] // One unit, W = R = 1: x = 1, -3, 1 gives the running sum 1, -2, -1; clipped at 0 by relu 1, 0, 1.
    [InlineData(Activation.Identity, new[] { 1.0, -2, -1 })]
    [InlineData(Activation.Relu, new[] { 1.0, 0, 1 })]
    public void Forward_OneUnit_IsTheRunningSum(Activation activation, double[] expected)
    {
        var one = Rows([[1]]);

        var trace = new RecurrentNetwork(one, one, activation: activation).Forward(Rows([[1], [-3], [1]]));

        Assert.Equal(expected, trace.States.Column(0).ToArray());
    }

    [Fact]
    public void Forward_ZeroWeights_ForgetsEverything() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var network = new RecurrentNetwork(Matrix<double>.Build.Dense(hidden, features), Matrix<double>.Build.Dense(hidden, hidden));
        var trace = network.Forward(random.NextMatrix(random.Size(), features), random.NextMatrix(1, hidden).Row(0));
        return trace.States.Enumerate().All(h => h == 0);
    });

    [Fact]
    public void Forward_SplitSequence_ContinuesFromTheFinalState() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, first, second) = (random.Size(), random.Size(), random.Size(), random.Size());
        var network = new RecurrentNetwork(
            random.NextMatrix(hidden, features), random.NextMatrix(hidden, hidden), random.NextMatrix(1, hidden).Row(0));
        var inputs = random.NextMatrix(first + second, features);
        var halfway = network.Forward(inputs.SubMatrix(0, first, 0, features)).FinalState;
        var rest = network.Forward(inputs.SubMatrix(first, second, 0, features), halfway);
        return (network.Forward(inputs).FinalState - rest.FinalState).InfinityNorm() < 1e-12;
    });

    [Fact]
    public void Forward_WrongShapes_NamesBothShapes()
    {
        var network = new RecurrentNetwork(W, R);

        Assert.Contains("X (1×3) and W (3×2)", Message(() => network.Forward(Rows([[1.0, 2, 3]]))), StringComparison.Ordinal);
        Assert.Contains("h₀ (1×2)", Message(() => network.Forward(Inputs, Vector<double>.Build.Dense(2))), StringComparison.Ordinal);
        Assert.Contains("R (3×2)", Message(() => new RecurrentNetwork(W, W)), StringComparison.Ordinal);
        Assert.Contains("b (1×2)", Message(() => new RecurrentNetwork(W, R, Vector<double>.Build.Dense(2))), StringComparison.Ordinal);
    }

    private static string Message(Func<object> act) => Assert.Throws<ShapeMismatchException>(act).Message;
}
