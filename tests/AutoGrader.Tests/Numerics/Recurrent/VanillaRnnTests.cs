using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class VanillaRnnTests
{
    private static readonly Matrix<double> Inputs = Rows([1, 2], [-1, 0.5], [0, -2]);
    private static readonly Matrix<double> W = Rows([0.5, -0.25], [0.75, 1], [0, -0.5]);
    private static readonly Matrix<double> R = Rows([0.1, 0.2, -0.3], [0, -0.5, 0.25], [0.4, 0, 0.6]);
    private static readonly Vector<double> Bias = Vector<double>.Build.Dense([0.05, -0.1, 0.2]);
    private static readonly Vector<double> Initial = Vector<double>.Build.Dense([0.1, -0.2, 0.3]);

    [Fact] // Expected numbers: CPython 3, math.tanh and math.fsum straight from the ONNX equation, T = 3, d = 2, h = 3.
    public void Run_Tanh_EqualsPythonsNumbersAtEveryStep()
    {
        var trace = new VanillaRnn(new RnnParameters(W, R) { InputBias = Bias }).Run(Inputs, RecurrentState.Of(Initial));

        var preActivations = Rows(
            [-0.07, 2.825, -0.58],
            [-0.22659103501392314, -0.9771611702013889, -0.3915536139380641],
            [0.4891636631802955, -1.817257518304811, 0.8872642866345973]);
        var states = Rows(
            [-0.069885890316429, 0.9929896255598674, -0.5226654296858209],
            [-0.22279106541469892, -0.7518343693899806, -0.37269881199920524],
            [0.45355239055918395, -0.9485642697584826, 0.7100398796751692]);
        Assert.Empty(MatrixComparison.Differences(preActivations, trace.PreActivations, new Tolerance(1e-14, 1e-14)));
        Assert.Empty(MatrixComparison.Differences(states, trace.States, new Tolerance(1e-14, 1e-14)));
        Assert.Equal(trace.States.Row(2), trace.FinalState);
        Assert.Equal(Initial, trace.Initial.Hidden.Row(0));
    }

    [Theory] // One unit, W = R = 1: x = 1, -3, 1 gives the running sum 1, -2, -1; cut off at 0 by relu 1, 0, 1; from behind 1, -2, -1 too.
    [InlineData("Affine(1, 0)", Direction.Forward, new[] { 1.0, -2, -1 })]
    [InlineData("Relu", Direction.Forward, new[] { 1.0, 0, 1 })]
    [InlineData("Affine(1, 0)", Direction.Reverse, new[] { -1.0, -2, 1 })]
    public void Run_OneUnit_IsTheRunningSum(string activation, Direction direction, double[] expected)
    {
        var one = Rows([1.0]);
        var f = activation == "Relu" ? Activation.Relu : Activation.Identity;

        var trace = new VanillaRnn(new RnnParameters(one, one) { Activation = f }, direction).Run(Rows([1], [-3], [1]));

        Assert.Equal(expected, trace.States.Column(0).ToArray());
        Assert.Equal(direction == Direction.Reverse ? expected[0] : expected[2], trace.FinalState[0]);
    }

    [Fact]
    public void Run_AllOptions_EqualsTheEquations() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Next(1, 40), random.Size());
        var parameters = random.NextRnn(hidden, features);
        var (inputs, initial) = (random.NextMatrix(random.Size(), features), random.NextVector(hidden));
        var expected = Matrix<double>.Build.DenseOfRowVectors(OnnxEquations.Rnn(parameters, inputs, initial));
        return new VanillaRnn(parameters).Run(inputs, RecurrentState.Of(initial)).States.IsNear(expected);
    });

    [Fact]
    public void Run_ZeroWeights_ForgetsEverything() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var network = new VanillaRnn(
            new RnnParameters(Matrix<double>.Build.Dense(hidden, features), Matrix<double>.Build.Dense(hidden, hidden)));
        var trace = network.Run(random.NextMatrix(random.Size(), features), RecurrentState.Of(random.NextVector(hidden)));
        return trace.States.Enumerate().All(h => h == 0);
    });

    [Fact]
    public void Run_SplitSequence_ContinuesFromTheFinalState() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, first, second) = (random.Size(), random.Size(), random.Size(), random.Size());
        var network = new VanillaRnn(random.NextRnn(hidden, features));
        var inputs = random.NextMatrix(first + second, features);
        var halfway = network.Run(inputs.SubMatrix(0, first, 0, features)).Final;
        var rest = network.Run(inputs.SubMatrix(first, second, 0, features), halfway);
        return network.Run(inputs).FinalState.Equals(rest.FinalState);
    });

    [Fact]
    public void Run_LaterInput_LeavesEarlierStatesAlone() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, steps) = (random.Size(), random.Size(), random.Next(2, 9));
        var network = new VanillaRnn(random.NextRnn(hidden, features));
        var inputs = random.NextMatrix(steps, features);
        var before = network.Run(inputs).States;
        inputs.SetRow(steps - 1, Vector<double>.Build.Dense(features, double.NaN));
        var after = network.Run(inputs).States;
        return before.SubMatrix(0, steps - 1, 0, hidden).Equals(after.SubMatrix(0, steps - 1, 0, hidden))
            && after.Row(steps - 1).Enumerate().All(double.IsNaN);
    });

    [Fact]
    public void Layer_CopiesItsParameters()
    {
        var (w, r) = (W.Clone(), R.Clone());
        var network = new VanillaRnn(new RnnParameters(w, r));
        var before = BackpropagationThroughTime.Of(network, Inputs, Inputs.Append(Inputs).RemoveColumn(3));
        w.Clear();
        r.Clear();

        Assert.Equal(before, BackpropagationThroughTime.Of(network, Inputs, Inputs.Append(Inputs).RemoveColumn(3)), SameInputs);

        static bool SameInputs(RnnGradients left, RnnGradients right) =>
            left.Inputs.Sequence(0).Equals(right.Inputs.Sequence(0)) && left.InitialStates.Equals(right.InitialStates);
    }

    [Fact]
    public void WrongShapes_AreNamedBoth()
    {
        var network = new VanillaRnn(new RnnParameters(W, R));

        AssertMismatch("X (1×3) and W (3×2)", () => network.Run(Rows([1.0, 2, 3])));
        AssertMismatch("h₀ (1×2) and the states (1×3)", () => network.Run(Inputs, RecurrentState.Of(Vector<double>.Build.Dense(2))));
        AssertMismatch("h₀ (2×3) and the states (1×3)", () => network.Run(Inputs, new RecurrentState(Matrix<double>.Build.Dense(2, 3))));
        AssertMismatch("W (3×2) and R (3×2)", () => new VanillaRnn(new RnnParameters(W, W)));
        AssertMismatch("W (2×2) and R (3×3)", () => new VanillaRnn(new RnnParameters(W.RemoveRow(0), R)));
        AssertMismatch(
            "R (3×3) and Wb (1×2)", () => new VanillaRnn(new RnnParameters(W, R) { InputBias = Vector<double>.Build.Dense(2) }));
        AssertMismatch(
            "R (3×3) and Rb (1×4)", () => new VanillaRnn(new RnnParameters(W, R) { RecurrentBias = Vector<double>.Build.Dense(4) }));
    }

    [Fact]
    public void WrongOptions_AreRefused()
    {
        foreach (var clip in (double[])[0, -1, double.NaN])
            Assert.Throws<ArgumentOutOfRangeException>(() => new VanillaRnn(new RnnParameters(W, R) { Clip = clip }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VanillaRnn(new RnnParameters(W, R), (Direction)2));
        Assert.Throws<ArgumentException>(
            () => new VanillaRnn(new RnnParameters(W, R)).Run(Inputs, RecurrentState.Of(Initial, Initial)));
    }

    [Fact]
    public void Run_NothingToRead_KeepsTheInitialState()
    {
        var trace = new VanillaRnn(new RnnParameters(W, R)).Run(Matrix<double>.Build.Dense(0, 2), RecurrentState.Of(Initial));

        Assert.Equal(new Shape(0, 3), Shape.Of(trace.States));
        Assert.Equal(Initial, trace.FinalState);
    }

    [Fact]
    public void Run_NoFeaturesOrNoUnits_IsDefined()
    {
        var onlyState = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(3, 0), R) { Activation = Activation.Identity });
        var nothing = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(0, 2), Matrix<double>.Build.Dense(0, 0)));

        var trace = onlyState.Run(Matrix<double>.Build.Dense(1, 0), RecurrentState.Of(Initial));

        Assert.True(trace.States.IsNear((R * Initial).ToRowMatrix()));
        Assert.Equal(new Shape(3, 0), Shape.Of(nothing.Run(Inputs).States));
    }

    [Fact] // 10,000 times the sheet's size, in one direction each: long, wide, and many.
    public void Run_TenThousandfold_StillEqualsTheEquations()
    {
        var random = new Random(3);
        var parameters = random.NextRnn(3, 2) with { Activation = Activation.Tanh, Clip = null };
        var sequence = random.NextMatrix(30_000, 2);
        var expected = OnnxEquations.Rnn(parameters, sequence, Vector<double>.Build.Dense(3))[^1];
        Assert.True(new VanillaRnn(parameters).Run(sequence).FinalState.ToRowMatrix().IsNear(expected.ToRowMatrix()));

        var wide = parameters with { InputWeights = random.NextMatrix(3, 20_000, 0.01) };
        var step = random.NextMatrix(1, 20_000);
        Assert.True(new VanillaRnn(wide).Run(step).States.IsNear(
            OnnxEquations.Rnn(wide, step, Vector<double>.Build.Dense(3))[0].ToRowMatrix(), 1e-10));

        var many = SequenceBatch.OfSequences([.. Enumerable.Range(0, 10_000).Select(_ => Inputs)]);
        var trace = new VanillaRnn(parameters).Run(many);
        Assert.Equal(trace[0].States, trace[9_999].States);
    }

    [Fact]
    public void Run_ResultBeyondAnArray_IsRefusedWithItsSize()
    {
        var wide = new VanillaRnn(new RnnParameters(Matrix<double>.Build.Dense(2_000, 0), Matrix<double>.Build.Dense(2_000, 2_000)));
        var inputs = SequenceBatch.OfSequences(Matrix<double>.Build.Dense(1_100_000, 0));

        var error = Assert.Throws<ArgumentException>(() => wide.Run(inputs));

        Assert.Contains("1100000×1×2000", error.Message, StringComparison.Ordinal);
    }

    private static void AssertMismatch(string shapes, Func<object> act) =>
        Assert.Contains(shapes, Assert.Throws<ShapeMismatchException>(act).Message, StringComparison.Ordinal);
}
