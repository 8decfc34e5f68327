using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Convolution;

/// <summary>An image with any number of channels, rolled out to a sequence of pixels as attention takes it.</summary>
public sealed class FeatureMap
{
    /// <summary>Takes an image.</summary>
    /// <param name="height">H, at least 1.</param>
    /// <param name="width">W, at least 1.</param>
    /// <param name="pixels">N×d with N = H·W: a row per pixel, line by line; a column per channel.</param>
    /// <exception cref="ArgumentException">The number of rows is not H·W.</exception>
    public FeatureMap(int height, int width, Matrix<double> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if ((long)height * width != pixels.RowCount)
            throw new ArgumentException($"An image of {height}×{width} pixels cannot have pixels of shape {Shape.Of(pixels)}.");
        (Height, Width, Pixels) = (height, width, pixels);
    }

    /// <summary>H.</summary>
    public int Height { get; }

    /// <summary>W.</summary>
    public int Width { get; }

    /// <summary>N×d: a row per pixel, line by line; a column per channel.</summary>
    public Matrix<double> Pixels { get; }

    /// <summary>A sequence of N positions as an image of one line, for convolution in one dimension.</summary>
    public static FeatureMap Sequence(Matrix<double> positions) => new(1, positions.RowCount, positions);
}
