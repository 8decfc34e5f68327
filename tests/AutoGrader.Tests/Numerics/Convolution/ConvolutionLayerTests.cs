using AutoGrader.Numerics;
using AutoGrader.Numerics.Convolution;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Convolution;

public sealed class ConvolutionLayerTests
{
    [Fact] // By hand: the sum of each pixel and its neighbours, of which border pixels have fewer.
    public void A_kernel_of_ones_sums_the_neighbourhood()
    {
        var image = new FeatureMap(3, 3, Column([1, 2, 3, 4, 5, 6, 7, 8, 9]));

        var output = new ConvolutionLayer(new Shape(3, 3), Column([1, 1, 1, 1, 1, 1, 1, 1, 1])).Apply(image);

        Assert.Equal(Column([12, 21, 16, 27, 45, 33, 24, 39, 28]), output.Pixels);
        Assert.Equal((3, 3), (output.Height, output.Width));
    }

    [Fact] // The kernel is not flipped: its right place sees the right neighbour.
    public void A_sequence_is_convolved_in_one_dimension()
    {
        var output = new ConvolutionLayer(new Shape(1, 3), Column([0, 10, 1])).Apply(FeatureMap.Sequence(Column([1, 2, 3])));

        Assert.Equal(Column([12, 23, 30]), output.Pixels);
    }

    [Fact]
    public void Every_layer_is_its_definition_on_the_padded_image() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (height, width, inputs, outputs) = (random.Size(), random.Size(), random.Next(1, 4), random.Next(1, 4));
        var kernel = new Shape(2 * random.Next(0, 3) + 1, 2 * random.Next(0, 3) + 1);
        var pixels = random.NextMatrix(height * width, inputs);
        var weights = random.NextMatrix((int)kernel.Count * inputs, outputs);
        var bias = random.Next(2) == 0 ? null : random.NextMatrix(1, outputs).Row(0);

        var output = new ConvolutionLayer(kernel, weights, bias).Apply(new FeatureMap(height, width, pixels)).Pixels;

        var expected = Definition(new FeatureMap(height, width, pixels), kernel, weights, bias, out _);
        return MatrixComparison.AreEqual(expected, output, new Tolerance(1e-12, 1e-12));
    });

    [Fact]
    public void A_shifted_image_gives_a_shifted_output_away_from_the_border() => RandomMatrices.ShouldHoldForAll(random =>
    {
        const int Side = 9;
        var image = Matrix<double>.Build.Dense(Side * Side, 1);
        var shifted = Matrix<double>.Build.Dense(Side * Side, 1);
        for (var i = 0; i < 9; i++)
        {
            var (y, x) = (3 + i / 3, 3 + i % 3);
            image[y * Side + x, 0] = shifted[(y + 1) * Side + x - 1, 0] = random.NextDouble();
        }

        var layer = new ConvolutionLayer(new Shape(3, 3), random.NextMatrix(9, 1));
        var (first, second) = (layer.Apply(new(Side, Side, image)).Pixels, layer.Apply(new(Side, Side, shifted)).Pixels);
        return Enumerable.Range(0, Side * Side)
            .Where(i => i / Side < Side - 1 && i % Side > 0)
            .All(i => first[i, 0] == second[i + Side - 1, 0]);
    });

    [Fact]
    public void The_padding_adds_nothing_even_to_infinite_weights() =>
        Assert.Equal(5, new ConvolutionLayer(new Shape(1, 3), Column([double.PositiveInfinity, 1, double.NaN]))
            .Apply(new FeatureMap(1, 1, Column([5]))).Pixels[0, 0]);

    [Fact]
    public void What_does_not_fit_is_refused_with_both_shapes()
    {
        var kernel = new Shape(3, 3);
        var layer = new ConvolutionLayer(kernel, Matrix<double>.Build.Dense(18, 4));

        Assert.Contains("2×3", Message(() => new ConvolutionLayer(new Shape(2, 3), Column([1]))), StringComparison.Ordinal);
        Assert.Contains("(3×3) and W (10×1)", Message(() => new ConvolutionLayer(kernel, Matrix<double>.Build.Dense(10, 1))),
            StringComparison.Ordinal);
        Assert.Contains("W (9×2) and b (1×3)", Message(
            () => new ConvolutionLayer(kernel, Matrix<double>.Build.Dense(9, 2), Vector<double>.Build.Dense(3))), StringComparison.Ordinal);
        Assert.Contains("X (4×3) and W (18×4): X needs 2 columns", Message(
            () => layer.Apply(new FeatureMap(2, 2, Matrix<double>.Build.Dense(4, 3)))), StringComparison.Ordinal);
        Assert.Contains("2×3 pixels cannot have pixels of shape 5×1", Message(
            () => new FeatureMap(2, 3, Column([1, 2, 3, 4, 5]))), StringComparison.Ordinal);
    }

    /// <summary>The definition on an image with real zeros around it; an implementation of its own that also counts.</summary>
    public static Matrix<double> Definition(
        FeatureMap input, Shape kernel, Matrix<double> weights, Vector<double>? bias, out long multiplyAdds)
    {
        multiplyAdds = 0;
        var inputs = input.Pixels.ColumnCount;
        var output = Matrix<double>.Build.Dense(input.Pixels.RowCount, weights.ColumnCount);
        for (var i = 0; i < input.Height; i++)
            for (var j = 0; j < input.Width; j++)
                for (var o = 0; o < weights.ColumnCount; o++)
                {
                    var sum = bias?[o] ?? 0;
                    for (var row = 0; row < weights.RowCount; row++)
                    {
                        var (place, channel) = (row / inputs, row % inputs);
                        var y = i + place / kernel.Columns - (kernel.Rows - 1) / 2;
                        var x = j + place % kernel.Columns - (kernel.Columns - 1) / 2;
                        var inside = y >= 0 && y < input.Height && x >= 0 && x < input.Width;
                        sum += (inside ? input.Pixels[y * input.Width + x, channel] : 0) * weights[row, o];
                        multiplyAdds++;
                    }

                    output[i * input.Width + j, o] = sum;
                }

        return output;
    }

    private static string Message(Func<object> act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    private static Matrix<double> Column(double[] entries) => Vector<double>.Build.Dense(entries).ToColumnMatrix();
}
