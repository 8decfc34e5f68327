using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// The products of one matrix M (n×k) with a few vectors, made anew at every step of a recurrence. A vector that was never set is 0. Holds
/// the vectors of one block of sequences; not for several threads.
/// </summary>
internal sealed class StepProduct
{
    private readonly LayerWeights _matrix;
    private readonly double[] _vectors;
    private readonly double[] _products;
    private readonly int _stride;
    private int _count;

    /// <summary>Creates the buffers of a block.</summary>
    /// <param name="matrix">M.</param>
    public StepProduct(LayerWeights matrix)
    {
        _matrix = matrix;
        _stride = matrix.Packed is { } panels ? panels.Count * panels.Width : matrix.Rows;
        _vectors = new double[matrix.Columns * Width];
        _products = new double[_stride * Width];
    }

    /// <summary>How many vectors fit.</summary>
    public static int Width => MicroKernel.Columns;

    /// <summary>Sets a vector, length k.</summary>
    public void SetVector(int index, ReadOnlySpan<double> vector)
    {
        _count = Math.Max(_count, index + 1);
        if (_matrix.Packed is null)
        {
            vector.CopyTo(_vectors.AsSpan(index * vector.Length));
            return;
        }

        // The kernel reads the vectors entry by entry beside each other.
        var vectors = _vectors.AsSpan(0, vector.Length * Width);
        for (int k = 0, at = index; k < vector.Length; k++, at += Width)
            vectors[at] = vector[k];
    }

    /// <summary>Multiplies M with every vector.</summary>
    public void Multiply()
    {
        if (_matrix.Packed is not { } panels)
        {
            _products.AsSpan().Clear();
            _matrix.MultiplyAdd(_vectors, _products, _count);
            return;
        }

        for (var panel = 0; panel < panels.Count; panel++)
        {
            MicroKernel.Multiply(
                panels.Depth, panels.Panel(panel, 0), _vectors, _products.AsSpan(panel * panels.Width), _stride, accumulate: false);
        }
    }

    /// <summary>M times the vector, length n, as of the last <see cref="Multiply"/>.</summary>
    public Span<double> Product(int index) => _products.AsSpan(index * _stride, _matrix.Rows);
}
