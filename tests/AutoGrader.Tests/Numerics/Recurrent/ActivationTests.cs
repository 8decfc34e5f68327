using AutoGrader.Numerics.Recurrent;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class ActivationTests
{
    public static TheoryData<string, double, double> Values => new()
    {
        // Function, x, f(x): by hand from the definitions in ONNX' Operators.md; e and logarithms from CPython 3.
        { "Tanh", 0.5, 0.46211715726000975 },
        { "Tanh", -3, -0.9950547536867305 },
        { "Tanh", 1e-300, 1e-300 },
        { "Sigmoid", 0, 0.5 },
        { "Sigmoid", 2, 0.8807970779778823 },
        { "Sigmoid", -800, 0 },
        { "Relu", -2, 0 },
        { "Relu", 3, 3 },
        { "Affine(2, 1)", 3, 7 },
        { "LeakyRelu(0.01)", -2, -0.02 },
        { "LeakyRelu(0.01)", 2, 2 },
        { "ThresholdedRelu(1)", 1, 1 },
        { "ThresholdedRelu(1)", 0.5, 0 },
        { "ScaledTanh(2, 0.5)", 1, 0.9242343145200195 },
        { "HardSigmoid(0.2, 0.5)", 1, 0.7 },
        { "HardSigmoid(0.2, 0.5)", -9, 0 },
        { "HardSigmoid(0.2, 0.5)", 9, 1 },
        { "Elu(1)", -1, -0.6321205588285577 },
        { "Elu(1)", -1e-12, -9.999999999995e-13 },
        { "Elu(1)", -800, -1 },
        { "Softsign", -3, -0.75 },
        { "Softplus", 0, 0.6931471805599453 },
        { "Softplus", -40, 4.248354255291589e-18 },
        { "Softplus", 800, 800 },
    };

    private static readonly Activation[] All =
    [
        Activation.Tanh, Activation.Sigmoid, Activation.Relu, Activation.Affine(2, 1), Activation.LeakyRelu(), Activation.ThresholdedRelu(),
        Activation.ScaledTanh(2, 0.5), Activation.HardSigmoid(), Activation.Elu(), Activation.Softsign, Activation.Softplus,
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Apply_EqualsTheDefinition(string function, double x, double expected) =>
        Assert.Equal(expected, Named(function).Apply(x), Math.Abs(expected) * 1e-15);

    [Fact]
    public void Apply_Tanh_IsWithinThreeUnitsOfTheLastPlaceOfTheRuntimes()
    {
        for (var x = -20.0; x <= 20; x += 1.0 / 1024)
        {
            var expected = Math.Tanh(x);
            Assert.InRange(Activation.Tanh.Apply(x), expected - 3 * Unit(expected), expected + 3 * Unit(expected));
        }
    }

    [Fact] // Seven neighbours go through the vectors, one through the rest: both must agree to the bit.
    public void Apply_OnSpans_DoesNotDependOnThePlace() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var x = random.NextVector(random.Next(1, 40), 5).ToArray();
        return Array.TrueForAll(All, f =>
        {
            var (values, slopes) = (new double[x.Length], Enumerable.Repeat(1.0, x.Length).ToArray());
            f.Apply(x, values);
            f.MultiplyByDerivative(x, slopes);
            return values.SequenceEqual(x.Select(f.Apply)) && slopes.SequenceEqual(x.Select(f.Derivative));
        });
    });

    [Fact]
    public void Derivative_EqualsTheCentralDifference()
    {
        const double H = 1e-6;
        double[] points = [-7.1, -2.4, -0.9, -0.3, 0.2, 0.7, 1.6, 4.3];
        foreach (var (f, x) in All.SelectMany(f => points.Select(x => (f, x))))
            Assert.Equal((f.Apply(x + H) - f.Apply(x - H)) / (2 * H), f.Derivative(x), 1e-8);
    }

    [Fact] // PyTorch's choices: relu, threshold, leaky_relu, elu and hardsigmoid at their kinks.
    public void Derivative_AtAKink_IsPyTorchs()
    {
        Assert.Equal(0, Activation.Relu.Derivative(0));
        Assert.Equal(0, Activation.ThresholdedRelu(1).Derivative(1));
        Assert.Equal(0.01, Activation.LeakyRelu().Derivative(0));
        Assert.Equal(1.5, Activation.Elu(1.5).Derivative(0));
        Assert.Equal(0, Activation.HardSigmoid(0.25, 0.5).Derivative(2));
    }

    [Fact] // 1 − tanh² is 0 there; the true value is 4·exp(−80), by CPython 3.
    public void Derivative_OfSaturatedTanh_IsNotLost()
    {
        Assert.Equal(7.219405551381661e-35, Activation.Tanh.Derivative(40), 1e-49);
        Assert.Equal(7.219405551381661e-35, Activation.Tanh.Derivative(-40), 1e-49);
    }

    [Fact]
    public void Apply_InfinityAndNaN_AreLimitsAndStay()
    {
        foreach (var f in All)
        {
            Assert.Equal(double.NaN, f.Apply(double.NaN));
            Assert.Equal(double.NaN, f.Derivative(double.NaN));
            foreach (var infinity in (double[])[double.PositiveInfinity, double.NegativeInfinity])
            {
                Assert.False(double.IsNaN(f.Apply(infinity)), f.ToString());
                Assert.False(double.IsNaN(f.Derivative(infinity)), f.ToString());
            }
        }

        Assert.Equal(-1, Activation.Softsign.Apply(double.NegativeInfinity));
        Assert.Equal(0, Activation.Softplus.Apply(double.NegativeInfinity));
    }

    [Fact]
    public void Equality_IsByFunctionAndParameters()
    {
        Assert.Equal(Activation.LeakyRelu(), Activation.LeakyRelu(0.01));
        Assert.NotEqual(Activation.LeakyRelu(), Activation.LeakyRelu(0.02));
        Assert.Equal(Activation.Identity, Activation.Affine());
    }

    private static Activation Named(string name) => All.Single(f => f.ToString() == name);

    private static double Unit(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);
}
