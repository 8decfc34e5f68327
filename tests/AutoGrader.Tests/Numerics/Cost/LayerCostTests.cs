using System.Globalization;
using System.Numerics;
using AutoGrader.Numerics;
using AutoGrader.Numerics.Convolution;
using AutoGrader.Numerics.Cost;
using AutoGrader.Tests.Numerics.Convolution;

namespace AutoGrader.Tests.Numerics.Cost;

public sealed class LayerCostTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 4)]
    [InlineData(7, 3)]
    public void Self_attention_costs_what_a_program_of_loops_does(int n, int d)
    {
        var (multiplyAdds, exponentials) = (0, 0);
        var numbers = new HashSet<string>();
        for (var query = 0; query < n; query++)
        {
            for (var key = 0; key < n; key++)
            {
                for (var i = 0; i < d; i++)
                {
                    multiplyAdds++; // score += Q[query, i] * K[key, i]
                    numbers.UnionWith([$"Q{query},{i}", $"K{key},{i}", $"scores{query},{key}"]);
                }

                exponentials++;
                for (var i = 0; i < d; i++)
                {
                    multiplyAdds++; // output[query, i] += weight * V[key, i]
                    numbers.UnionWith([$"V{key},{i}", $"output{query},{i}"]);
                }
            }
        }

        Assert.Equal(new LayerCost(multiplyAdds, exponentials, numbers.Count), LayerCost.OfSelfAttention(n, d));
    }

    [Theory]
    [InlineData(4, 5, 3, 2, 3)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(2, 3, 5, 1, 4)]
    public void A_convolution_costs_what_its_definition_does(int height, int width, int k, int inputs, int outputs)
    {
        var random = new Random(1);
        var pixels = random.NextMatrix(height * width, inputs);
        var weights = random.NextMatrix(k * k * inputs, outputs);
        var output = ConvolutionLayerTests.Definition(new FeatureMap(height, width, pixels), new Shape(k, k), weights, null, out var count);

        var cost = LayerCost.OfConvolution(height * width, k * k, inputs, outputs);

        Assert.Equal(new LayerCost(count, 0, Shape.Of(pixels).Count + Shape.Of(weights).Count + Shape.Of(output).Count), cost);
    }

    [Fact] // The orders of table 1 of Vaswani et al. (2017) and of question 3.6: doubling N, k and d.
    public void The_orders_are_those_of_the_literature()
    {
        var (attention, convolution) = (LayerCost.OfSelfAttention(64, 8), LayerCost.OfConvolution(64, 9, 8, 8));

        Assert.Equal(4 * attention.MultiplyAdds, LayerCost.OfSelfAttention(128, 8).MultiplyAdds);
        Assert.Equal(2 * attention.MultiplyAdds, LayerCost.OfSelfAttention(64, 16).MultiplyAdds);
        Assert.Equal(2 * convolution.MultiplyAdds, LayerCost.OfConvolution(128, 9, 8, 8).MultiplyAdds);
        Assert.Equal(4 * convolution.MultiplyAdds, LayerCost.OfConvolution(64, 36, 8, 8).MultiplyAdds);
        Assert.Equal(4 * convolution.MultiplyAdds, LayerCost.OfConvolution(64, 9, 16, 16).MultiplyAdds);
    }

    [Fact] // (2³¹ − 1)⁴, far beyond what a double or a long holds.
    public void The_largest_layers_are_counted_exactly() =>
        Assert.Equal(
            BigInteger.Parse("21267647892944572736998860269687930881", CultureInfo.InvariantCulture),
            LayerCost.OfConvolution(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue).MultiplyAdds);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void Sizes_below_one_are_refused(int n, int d)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LayerCost.OfSelfAttention(n, d));
        Assert.Throws<ArgumentOutOfRangeException>(() => LayerCost.OfConvolution(n, 9, d, 1));
    }
}
