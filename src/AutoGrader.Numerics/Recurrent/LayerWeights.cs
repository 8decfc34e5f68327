using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// A matrix M (n×k) that a layer multiplies with many vectors, copied into the form that suits its size. What a vector gets depends on
/// M and on that vector alone, never on how many others there are.
/// </summary>
/// <remarks>
/// Up to <see cref="PlainLimit"/> entries every sum is made plainly in the order k = 0, 1, …, the same bits on every machine, which covers
/// what an exercise asks for; beyond, by the packed product of <see cref="DenseProduct"/>.
/// </remarks>
internal sealed class LayerWeights
{
    /// <summary>The four gates of an LSTM with 16 units.</summary>
    private const int PlainLimit = 4 * 16 * 16;

    /// <summary>Copies the matrix.</summary>
    public LayerWeights(DenseView matrix)
    {
        (Rows, Columns) = (matrix.Rows, matrix.Columns);
        if ((long)Rows * Columns > PlainLimit)
        {
            Packed = PackedPanels.Left(matrix);
            return;
        }

        var entries = new double[Rows * Columns];
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
                entries[column * Rows + row] = matrix[row, column];
        }

        Plain = DenseView.ColumnMajor(entries, Rows, Columns);
    }

    /// <summary>n.</summary>
    public int Rows { get; }

    /// <summary>k.</summary>
    public int Columns { get; }

    /// <summary>M in panels; <c>null</c> where it is small.</summary>
    public PackedPanels? Packed { get; }

    /// <summary>M as it is; empty where it is large.</summary>
    public DenseView Plain { get; }

    /// <summary>Adds M·x to a row of sums for every row x.</summary>
    /// <param name="vectors">count×k, row by row.</param>
    /// <param name="sums">count×n, row by row.</param>
    /// <param name="count">How many vectors.</param>
    public void MultiplyAdd(double[] vectors, double[] sums, int count)
    {
        if (Packed is not null)
        {
            DenseProduct.MultiplyPacked(
                Packed,
                PackedPanels.Right(DenseView.ColumnMajor(vectors, Columns, count)),
                DenseView.ColumnMajor(sums, Rows, count));
            return;
        }

        for (var i = 0; i < count; i++)
        {
            DenseProduct.MultiplyAdd(
                Plain,
                new DenseView(vectors, i * Columns, Columns, 1, 1, Columns),
                new DenseView(sums, i * Rows, Rows, 1, 1, Rows));
        }
    }
}
