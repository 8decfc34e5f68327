using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Convolution;

/// <summary>
/// A convolutional layer, computed directly from its definition:
/// y(i, j) = Σ over the kernel's places (a, b) of x(i + a − ⌊h/2⌋, j + b − ⌊w/2⌋)·W(a, b) + bias.
/// Stride 1 and zero padding, so that the output has as many pixels as the input. As all deep learning does, it does not flip the kernel
/// (cross-correlation). No dilation, no groups. Immutable.
/// Source: Goodfellow, Bengio, Courville, Deep Learning (2016), equations 9.6 and 9.7; ONNX operator <c>Conv</c> with
/// <c>auto_pad</c> SAME_UPPER.
/// </summary>
/// <remarks>
/// Takes N·h·w·d_in·d_out multiply-adds at most: see <see cref="Cost.LayerCost"/>. Infinities and NaN follow IEEE arithmetic; the padding
/// adds nothing, whatever the weights.
/// </remarks>
public sealed class ConvolutionLayer
{
    private readonly double[] _weights;
    private readonly double[]? _bias;
    private readonly Shape _kernel;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Creates the layer.</summary>
    /// <param name="kernel">h×w, both odd; 1×k for a convolution in one dimension.</param>
    /// <param name="weights">
    /// h·w·d_in × d_out: a row for every place of the kernel, line by line, and in each place for every input channel; a column for every
    /// output channel.
    /// </param>
    /// <param name="bias">Length d_out; <c>null</c> for zeros.</param>
    /// <exception cref="ArgumentException">A side of the kernel is not odd, or the shapes do not fit.</exception>
    public ConvolutionLayer(Shape kernel, Matrix<double> weights, Vector<double>? bias = null)
    {
        if (kernel.Rows < 1 || kernel.Columns < 1 || kernel.Rows % 2 == 0 || kernel.Columns % 2 == 0)
            throw new ArgumentException($"A kernel of {kernel} has no centre: both sides must be odd.", nameof(kernel));
        if (weights.RowCount % kernel.Count != 0)
            throw new ShapeMismatchException(
                "The convolution", "the kernel", kernel, "W", Shape.Of(weights),
                "W needs as many rows as the kernel has places, for each input channel");
        if (bias is not null && bias.Count != weights.ColumnCount)
            throw new ShapeMismatchException(
                "The convolution", "W", Shape.Of(weights), "b", new Shape(1, bias.Count), "b needs as many entries as W has columns");
        _kernel = kernel;
        _inputs = (int)(weights.RowCount / kernel.Count);
        _outputs = weights.ColumnCount;
        _weights = weights.ToRowMajorArray();
        _bias = bias?.ToArray();
    }

    /// <summary>Applies the layer.</summary>
    /// <param name="input">An image with d_in channels.</param>
    /// <returns>An image of the same size with d_out channels.</returns>
    /// <exception cref="ShapeMismatchException">The image has another number of channels.</exception>
    public FeatureMap Apply(FeatureMap input)
    {
        if (input.Pixels.ColumnCount != _inputs)
            throw new ShapeMismatchException(
                "The convolution", "X", Shape.Of(input.Pixels), "W", new Shape(_weights.Length / _outputs, _outputs),
                $"X needs {_inputs} columns, one for each input channel");
        var pixels = input.Pixels.ToRowMajorArray();
        var result = new double[input.Pixels.RowCount * _outputs];
        for (var y = 0; y < input.Height; y++)
        {
            for (var x = 0; x < input.Width; x++)
                Gather(input, pixels, y, x, result.AsSpan((y * input.Width + x) * _outputs, _outputs));
        }

        return new FeatureMap(
            input.Height, input.Width, Matrix<double>.Build.DenseOfRowMajor(input.Pixels.RowCount, _outputs, result));
    }

    /// <summary>Sums what the kernel sees around one pixel.</summary>
    private void Gather(FeatureMap input, double[] pixels, int y, int x, Span<double> output)
    {
        _bias?.CopyTo(output);
        for (var a = 0; a < _kernel.Rows; a++)
        {
            var row = y + a - _kernel.Rows / 2;
            if (row < 0 || row >= input.Height)
                continue;
            for (var b = 0; b < _kernel.Columns; b++)
            {
                var column = x + b - _kernel.Columns / 2;
                if (column < 0 || column >= input.Width)
                    continue;
                var pixel = pixels.AsSpan((row * input.Width + column) * _inputs, _inputs);
                AddProduct(pixel, _weights.AsSpan((a * _kernel.Columns + b) * _inputs * _outputs, _inputs * _outputs), output);
            }
        }
    }

    /// <summary>Adds pixel·W of one place of the kernel.</summary>
    private static void AddProduct(ReadOnlySpan<double> pixel, ReadOnlySpan<double> weights, Span<double> output)
    {
        for (var channel = 0; channel < pixel.Length; channel++)
        {
            var row = weights.Slice(channel * output.Length, output.Length);
            for (var i = 0; i < output.Length; i++)
                output[i] += pixel[channel] * row[i];
        }
    }
}
