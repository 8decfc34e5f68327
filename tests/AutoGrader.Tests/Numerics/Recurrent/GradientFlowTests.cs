using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class GradientFlowTests
{
    [Theory] // A linear unit multiplies by r at every step; 2^5000 and 2^−5000 are beyond a double, their logarithms are not.
    [InlineData(2, double.PositiveInfinity)]
    [InlineData(0.5, 0)]
    [InlineData(-1, 1)]
    public void LinearUnit_IsThePowerOfItsWeight(double r, double norm)
    {
        var flow = Flow(
            new RnnParameters(Rows([1.0]), Rows([r])) { Activation = Activation.Identity },
            Matrix<double>.Build.Dense(5_000, 1));

        Assert.Equal(5_001, flow.Norms.Count);
        Assert.Equal(norm, flow.Norms[0]);
        Assert.Equal(Math.Abs(r), flow.Norms[4_999], 1e-15);
        Assert.Equal(1, flow.Norms[5_000]);
        Assert.Equal(5_000 * Math.Log(Math.Abs(r)), flow.LogNorms[0], 1e-9);
        Assert.Equal(Math.Abs(r), flow.FactorPerStep, 1e-12);
    }

    [Fact] // R = [[0, 1], [−1, 0]]·s turns and stretches by s: every norm is a power of s though no entry of R is s twice in a row.
    public void ScaledRotation_IsThePowerOfItsScale()
    {
        var flow = Flow(
            new RnnParameters(Rows([1.0], [0]), Rows([0, 1.5], [-1.5, 0])) { Activation = Activation.Identity }, Rows([1], [2], [3]));

        Assert.Equal([3.375, 2.25, 1.5, 1], flow.Norms.Select(n => Math.Round(n, 12)));
    }

    [Fact]
    public void Norms_AreThoseOfTheDifferencedJacobian() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, steps) = (random.Size(), random.Size(), random.Next(1, 6));
        var parameters = random.NextRnn(hidden, features) with { Activation = random.NextSmoothActivation(), Clip = null };
        var network = new VanillaRnn(parameters, random.NextDirection());
        var (inputs, initial) = (random.NextMatrix(steps, features, 1), random.NextVector(hidden));
        const double H = 1e-5;
        var jacobian = Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, hidden).Select(j =>
            (Final(Moved(j, H)) - Final(Moved(j, -H))) / (2 * H)));

        var flow = GradientFlow.Of(network, network.Run(inputs, RecurrentState.Of(initial)));

        return Math.Abs(flow.Norms[0] - jacobian.L2Norm()) <= 1e-6 * Math.Max(flow.Norms[0], 1e-3);

        Vector<double> Final(Vector<double> h) => network.Run(inputs, RecurrentState.Of(h)).FinalState;
        Vector<double> Moved(int j, double by) => initial + Vector<double>.Build.Dense(hidden, i => i == j ? by : 0);
    });

    [Fact]
    public void Norms_BoundTheGradientsOfBackpropagation() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features, steps) = (random.Size(), random.Size(), random.Next(1, 9));
        var network = new VanillaRnn(random.NextRnn(hidden, features));
        var inputs = random.NextMatrix(steps, features, 1);
        var direct = Matrix<double>.Build.Dense(steps, hidden);
        direct.SetRow(steps - 1, random.NextVector(hidden));
        var atTheEnd = direct.Row(steps - 1).L2Norm();

        var gradients = BackpropagationThroughTime.Of(network, inputs, direct).States.Sequence(0);
        var flow = GradientFlow.Of(network, network.Run(inputs));
        return Enumerable.Range(0, steps).All(t => gradients.Row(t).L2Norm() <= flow.Norms[t + 1] * atTheEnd * (1 + 1e-12));
    });

    [Fact] // Pascanu et al. (2013), section 2.1, with γ = 1 for tanh.
    public void Norms_OfTanh_StayBelowThePowersOfTheWeights() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, steps) = (random.Size(), random.Next(1, 9));
        var parameters = random.NextRnn(hidden, 2) with { Activation = Activation.Tanh };
        var bound = parameters.RecurrentWeights.L2Norm();
        var flow = Flow(parameters, random.NextMatrix(steps, 2));
        return Enumerable.Range(0, steps + 1).All(t => flow.Norms[t] <= Math.Pow(bound, steps - t) * (1 + 1e-12));
    });

    [Fact]
    public void DeadUnits_HaveNormZero()
    {
        var flow = Flow(new RnnParameters(Rows([1.0]), Rows([3.0])) { Activation = Activation.Relu }, Rows([-1], [-1]));

        Assert.Equal([0, 0, 1], flow.Norms);
        Assert.Equal(double.NegativeInfinity, flow.LogNorms[0]);
        Assert.Equal(0, flow.FactorPerStep);
    }

    [Fact]
    public void NaN_IsNotTakenForANorm()
    {
        var flow = Flow(new RnnParameters(Rows([1.0]), Rows([0.5])), Rows([1], [double.NaN], [1]));

        Assert.Equal([double.NaN, double.NaN, double.NaN, 1], flow.Norms);
    }

    [Fact]
    public void NothingToRead_LeavesTheIdentity()
    {
        var flow = Flow(new RnnParameters(Rows([1.0]), Rows([0.5])), Matrix<double>.Build.Dense(0, 1));

        Assert.Equal([1], flow.Norms);
        Assert.Equal(1, flow.FactorPerStep);
    }

    [Fact]
    public void TraceOfAnotherNetwork_IsRefusedWithBothShapes()
    {
        var one = new VanillaRnn(new RnnParameters(Rows([1.0]), Rows([0.5])));
        var two = new VanillaRnn(new RnnParameters(Rows([1.0], [1]), Rows([0.5, 0], [0, 1])));

        var error = Assert.Throws<ShapeMismatchException>(() => GradientFlow.Of(two, one.Run(Rows([1.0]))));

        Assert.Contains("the trace (1×1) and R (2×2)", error.Message, StringComparison.Ordinal);
    }

    private static GradientFlow Flow(RnnParameters parameters, Matrix<double> inputs)
    {
        var network = new VanillaRnn(parameters);
        return GradientFlow.Of(network, network.Run(inputs));
    }
}
