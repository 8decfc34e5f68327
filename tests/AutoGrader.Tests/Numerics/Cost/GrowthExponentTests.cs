using AutoGrader.Numerics.Cost;

namespace AutoGrader.Tests.Numerics.Cost;

public sealed class GrowthExponentTests
{
    [Fact]
    public void The_exponent_of_a_power_is_found_whatever_its_factor() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (exponent, factor) = (random.NextDouble() * 6 - 3, random.NextDouble() * 1e6 + 1e-6);
        var lengths = Enumerable.Range(0, random.Next(2, 9)).Select(i => (i + 1) * (random.NextDouble() + 0.5 + i)).Order().ToArray();
        return Math.Abs(GrowthExponent.Of(lengths, [.. lengths.Select(n => factor * Math.Pow(n, exponent))]) - exponent) < 1e-6;
    });

    [Fact]
    public void Attention_is_counted_quadratic_and_convolution_linear()
    {
        double[] lengths = [64, 1000, 4096, 1e6];

        Assert.Equal(2, Exponent(n => LayerCost.OfSelfAttention(n, 64)), 12);
        Assert.Equal(1, Exponent(n => LayerCost.OfConvolution(n, 9, 64, 64)), 12);

        double Exponent(Func<int, LayerCost> cost) =>
            GrowthExponent.Of(lengths, [.. lengths.Select(n => (double)cost((int)n).MultiplyAdds)]);
    }

    [Theory] // The line through (0, 0), (1, 0), (2, 3) in logarithms of 2 has the slope 3/2.
    [InlineData(new[] { 1.0, 2, 4 }, new[] { 1.0, 1, 8 }, 1.5)]
    [InlineData(new[] { 1.0 }, new[] { 1.0 }, double.NaN)]
    [InlineData(new[] { 3.0, 3 }, new[] { 1.0, 2 }, double.NaN)]
    [InlineData(new[] { 1.0, 2 }, new[] { 0.0, 2 }, double.NaN)]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 2 }, double.NaN)]
    [InlineData(new double[0], new double[0], double.NaN)]
    public void The_exponent_is_the_slope_in_logarithms(double[] lengths, double[] costs, double exponent) =>
        Assert.Equal(exponent, GrowthExponent.Of(lengths, costs), 12);

    [Fact]
    public void A_cost_is_needed_for_every_length() =>
        Assert.Contains("2 lengths, but 1 costs", Assert.Throws<ArgumentException>(() => GrowthExponent.Of([1, 2], [1])).Message,
            StringComparison.Ordinal);
}
