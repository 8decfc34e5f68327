using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// A matrix laid over an array: entry (i, j) stands at <c>Offset + i·RowStride + j·ColumnStride</c>. Transposing and cutting out a block
/// copy nothing. Entries can be changed.
/// </summary>
internal readonly record struct DenseView
{
    /// <summary>Lays a matrix over an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An entry would lie outside the array.</exception>
    public DenseView(double[] data, int offset, int rows, int columns, int rowStride, int columnStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rowStride);
        ArgumentOutOfRangeException.ThrowIfNegative(columnStride);
        if (rows > 0 && columns > 0)
        {
            var last = offset + (rows - 1L) * rowStride + (columns - 1L) * columnStride;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, data.LongLength);
        }

        (Data, Offset, Rows, Columns, RowStride, ColumnStride) = (data, offset, rows, columns, rowStride, columnStride);
    }

    /// <summary>The array that holds the entries.</summary>
    public double[] Data { get; }

    /// <summary>Where entry (0, 0) stands.</summary>
    public int Offset { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>From an entry to the one below.</summary>
    public int RowStride { get; }

    /// <summary>From an entry to the one on its right.</summary>
    public int ColumnStride { get; }

    /// <summary>The shape.</summary>
    public Shape Shape => new(Rows, Columns);

    /// <summary>Entry (i, j).</summary>
    public ref double this[int row, int column] => ref Data[Offset + row * RowStride + column * ColumnStride];

    /// <summary>A column whose entries stand side by side.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public Span<double> Column(int column) => RowStride == 1
        ? Data.AsSpan(Offset + column * ColumnStride, Rows)
        : throw new InvalidOperationException("The entries of a column do not stand side by side.");

    /// <summary>Column by column, as Math.NET stores its dense matrices.</summary>
    public static DenseView ColumnMajor(double[] data, int rows, int columns) => new(data, 0, rows, columns, 1, rows);

    /// <summary>Row by row.</summary>
    public static DenseView RowMajor(double[] data, int rows, int columns) => new(data, 0, rows, columns, columns, 1);

    /// <summary>The entries of a matrix: its own for a dense one, to be read only; a copy for any other storage.</summary>
    public static DenseView Of(Matrix<double> matrix) =>
        ColumnMajor(matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray(), matrix.RowCount, matrix.ColumnCount);

    /// <summary>The same entries with rows and columns exchanged.</summary>
    public DenseView Transpose() => new(Data, Offset, Columns, Rows, ColumnStride, RowStride);

    /// <summary>The rows×columns block whose first entry is (row, column).</summary>
    public DenseView Block(int row, int rows, int column, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row + rows, Rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column + columns, Columns);
        var empty = rows == 0 || columns == 0;
        return new DenseView(Data, empty ? 0 : Offset + row * RowStride + column * ColumnStride, rows, columns, RowStride, ColumnStride);
    }
}
