using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// The product of one matrix M (n×k) with a few vectors, made anew at every step of a recurrence. M is packed once. Every sum is made in
/// the order k = 0, 1, … whatever the other vectors are. Holds the vectors of one block of sequences; not for several threads.
/// </summary>
internal sealed class StepProduct
{
    private readonly PackedPanels _matrix;
    private readonly double[] _vectors;
    private readonly double[] _products;
    private readonly int _stride;

    /// <summary>Creates the buffers of a block.</summary>
    /// <param name="matrix">M, by <see cref="PackedPanels.Left"/>.</param>
    public StepProduct(PackedPanels matrix)
    {
        _matrix = matrix;
        _stride = matrix.Count * matrix.Width;
        _vectors = new double[matrix.Depth * Width];
        _products = new double[_stride * Width];
    }

    /// <summary>How many vectors fit.</summary>
    public static int Width => MicroKernel.Columns;

    /// <summary>Sets a vector, length k.</summary>
    public void SetVector(int index, ReadOnlySpan<double> vector)
    {
        var vectors = _vectors.AsSpan(0, vector.Length * Width);
        for (int k = 0, at = index; k < vector.Length; k++, at += Width)
            vectors[at] = vector[k];
    }

    /// <summary>Multiplies M with every vector.</summary>
    public void Multiply()
    {
        for (var panel = 0; panel < _matrix.Count; panel++)
        {
            MicroKernel.Multiply(
                _matrix.Depth, _matrix.Panel(panel, 0), _vectors, _products.AsSpan(panel * _matrix.Width), _stride, accumulate: false);
        }
    }

    /// <summary>M times the vector, length n, as of the last <see cref="Multiply"/>.</summary>
    public Span<double> Product(int index) => _products.AsSpan(index * _stride, _matrix.Length);
}
