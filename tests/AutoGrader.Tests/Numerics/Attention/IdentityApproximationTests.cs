using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Attention;

public sealed class IdentityApproximationTests
{
    private static readonly Tolerance Rounding = new(0, 1e-12);

    [Theory] // The closed form for K = I, Q = cI: the diagonal is e^(c/√d) / (e^(c/√d) + N − 1), the rest 1 / (e^(c/√d) + N − 1).
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 10)]
    [InlineData(5, -3)]
    [InlineData(16, 100)]
    [InlineData(64, 700)]
    [InlineData(1, 5)]
    public void Distance_of_the_identity_is_the_closed_form(int n, double c)
    {
        var own = Math.Exp(c / Math.Sqrt(n));
        var other = 1 / (own + n - 1);
        var identity = Matrix<double>.Build.DenseIdentity(n);

        var distance = new IdentityApproximation(identity, identity).Distance(c);

        Assert.True(Rounding.Accepts((n - 1) * other, distance.Maximum), $"{distance}");
        Assert.True(Rounding.Accepts(other * Math.Sqrt(n * (n - 1.0) * (n - 1) + n * (n - 1.0)), distance.Frobenius), $"{distance}");
    }

    [Theory] // From the closed form: e^(c/√d) = (N − 1)(1 − ε)/ε.
    [InlineData(4, 0.01)]
    [InlineData(4, 1e-6)]
    [InlineData(64, 0.001)]
    [InlineData(2, 0.3)]
    public void Scale_for_the_identity_is_the_closed_form(int n, double epsilon)
    {
        var identity = Matrix<double>.Build.DenseIdentity(n);

        var scale = new IdentityApproximation(identity, identity).ScaleFor(epsilon)!.Value;

        Assert.True(Rounding.Accepts(Math.Sqrt(n) * Math.Log((n - 1) * (1 - epsilon) / epsilon), scale), $"{scale}");
    }

    [Theory]
    [InlineData(4, 0.75)]
    [InlineData(4, 0.9)]
    [InlineData(1, 0.5)]
    public void A_tolerance_that_even_the_mean_meets_needs_no_scale(int n, double epsilon)
    {
        var identity = Matrix<double>.Build.DenseIdentity(n);

        Assert.Equal(0, new IdentityApproximation(identity, identity).ScaleFor(epsilon));
    }

    [Fact]
    public void Weights_are_those_of_attention_with_the_queries_scaled() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (q, k) = Pair(random);
        var c = random.NextDouble() * 20 - 10;
        var expected = ScaledDotProductAttention.Weights(q * c, k);
        var identity = Matrix<double>.Build.DenseIdentity(q.RowCount);
        var approximation = new IdentityApproximation(q, k);
        var distance = approximation.Distance(c);
        return MatrixComparison.AreEqual(expected, approximation.Weights(c), new Tolerance(1e-12, 1e-10))
            && Math.Abs(distance.Frobenius - (expected - identity).FrobeniusNorm()) < 1e-10
            && Math.Abs(distance.Maximum - (expected - identity).Enumerate().Max(Math.Abs)) < 1e-10;
    });

    [Fact]
    public void The_distance_falls_as_the_scale_grows_where_it_converges() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (q, _) = Pair(random);
        var approximation = new IdentityApproximation(q, q.PseudoInverse().Transpose());
        if (!approximation.Converges)
            return q.RowCount > q.ColumnCount;
        var distances = Enumerable.Range(0, 12).Select(i => approximation.Distance(Math.Pow(2, i) - 1).Maximum).ToList();
        return distances.Zip(distances.Skip(1)).All(pair => pair.Second <= pair.First);
    });

    [Fact]
    public void The_scale_for_a_tolerance_reaches_it_and_a_little_less_does_not() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var n = random.Next(2, 8);
        var rows = random.NextMatrix(n + 3, n).GramSchmidt().Q.Transpose();
        var approximation = new IdentityApproximation(rows, rows);
        var epsilon = Math.Pow(10, -1 - 5 * random.NextDouble());
        return approximation.ScaleFor(epsilon) is { } scale
            && approximation.Distance(scale).Maximum <= epsilon
            && approximation.Distance(scale * (1 - 1e-9)).Maximum > epsilon;
    });

    [Fact]
    public void The_limit_is_what_the_weights_come_to() => RandomMatrices.ShouldHoldForAll(random =>
    {
        // Whole numbers make ties likely and gaps large.
        var (n, d) = (random.Next(1, 6), random.Next(1, 4));
        Matrix<double> Whole() => random.NextMatrix(n, d).PointwiseRound();
        var approximation = new IdentityApproximation(Whole(), Whole());
        var isIdentity = approximation.Limit().Equals(Matrix<double>.Build.DenseIdentity(n));
        return MatrixComparison.AreEqual(approximation.Limit(), approximation.Weights(1e6), new Tolerance(1e-12, 0))
            && approximation.Converges == isIdentity
            && approximation.ScaleFor(0.001).HasValue == isIdentity;
    });

    [Fact] // Q = K alone does not do: a longer row wins where it lies in the same direction.
    public void Equal_queries_and_keys_need_not_converge()
    {
        var rows = Rows([[1, 0], [3, 0]]);

        var approximation = new IdentityApproximation(rows, rows);

        Assert.False(approximation.Converges);
        Assert.Null(approximation.ScaleFor(0.1));
        Assert.Equal(Rows([[0, 1], [0, 1]]), approximation.Limit());
    }

    [Fact] // 0.1 + 0.2 + 0.3 is 0.6000000000000001, 0.3 + 0.2 + 0.1 is 0.6.
    public void Logits_that_differ_by_rounding_only_are_equal()
    {
        var approximation = new IdentityApproximation(Rows([[1, 1, 1], [1, 1, 1]]), Rows([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]]));

        Assert.Equal(Rows([[0.5, 0.5], [0.5, 0.5]]), approximation.Limit());
        Assert.False(approximation.Converges);
    }

    [Fact]
    public void The_output_comes_as_close_to_the_values_as_the_weights_to_the_identity()
    {
        var v = Rows([[1, 2, 3], [4, 5, 6], [6, 8, 9]]);
        var identity = Matrix<double>.Build.DenseIdentity(3);
        var approximation = new IdentityApproximation(identity, identity);

        var output = ScaledDotProductAttention.Output(identity * 2, identity, v);
        Assert.Equal((output - v).Enumerate().Max(Math.Abs), approximation.OutputDistance(v, 2), 12);
        Assert.Equal(0, approximation.OutputDistance(v, 1e4));
    }

    [Fact]
    public void Wrong_shapes_and_numbers_are_refused()
    {
        var identity = Matrix<double>.Build.DenseIdentity(3);
        var approximation = new IdentityApproximation(identity, identity);

        Assert.Contains("Q (1×2) and K (2×2)", Assert.Throws<ShapeMismatchException>(
            () => new IdentityApproximation(Rows([[1, 2]]), Rows([[1, 2], [3, 4]]))).Message, StringComparison.Ordinal);
        Assert.Contains("V (1×2)", Assert.Throws<ShapeMismatchException>(
            () => approximation.OutputDistance(Rows([[1, 2]]), 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new IdentityApproximation(Rows([[double.NaN]]), Rows([[1]])));
        Assert.Throws<ArgumentException>(() => new IdentityApproximation(Rows([[1e200]]), Rows([[1e200]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => approximation.Distance(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => approximation.ScaleFor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => approximation.ScaleFor(double.NaN));
    }

    [Fact]
    public void Huge_logits_and_scales_do_not_overflow()
    {
        var q = Rows([[1e150, 0], [0, 1e150]]);

        var approximation = new IdentityApproximation(q, q);

        Assert.Equal(new IdentityDistance(0, 0), approximation.Distance(1e300));
        Assert.Equal(0.5, approximation.Distance(0).Maximum);
        Assert.Equal(new IdentityDistance(1, 2), approximation.Distance(-1));
    }

    private static (Matrix<double> Q, Matrix<double> K) Pair(Random random)
    {
        var (n, d) = (random.Size(), random.Size());
        return (random.NextMatrix(n, d), random.NextMatrix(n, d));
    }

    private static Matrix<double> Rows(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);
}
