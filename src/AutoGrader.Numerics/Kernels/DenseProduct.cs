namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// Dense products C ← C + A·B. Transposed operands are transposed views: <c>b.Transpose()</c> for A·Bᵀ.
/// </summary>
/// <remarks>
/// Up to <see cref="PlainLimit"/> multiplications every entry is the plain sum over k = 0, 1, …, the same bits on every machine, and exact
/// where the numbers are. Beyond, the sums are kept in that order but made with fused multiply-adds in blocks of
/// <see cref="BlockDepth"/>: the same bits for every number of threads and for every part of C computed alone, but not for every kind of
/// machine. Infinities and NaN follow IEEE arithmetic.
/// Source of the blocking: Goto, van de Geijn, Anatomy of High-Performance Matrix Multiplication, ACM TOMS 34(3) (2008).
/// </remarks>
internal static class DenseProduct
{
    /// <summary>Products of at most so many multiplications are plain loops.</summary>
    public const int PlainLimit = 16 * 16 * 16;

    /// <summary>How much of the depth is summed before it is added to C: a panel of B of this depth stays in the first cache.</summary>
    private const int BlockDepth = 256;

    /// <summary>Panels of A that go with one panel of B: together they stay in the second cache.</summary>
    private const int BlockPanels = 4;

    /// <summary>Columns of C that one part computes.</summary>
    private const int BlockColumns = 96;

    /// <summary>C ← C + A·B.</summary>
    /// <param name="left">A, m×k.</param>
    /// <param name="right">B, k×n.</param>
    /// <param name="product">C, m×n; shares no entry with A or B.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static void MultiplyAdd(DenseView left, DenseView right, DenseView product)
    {
        if (left.Columns != right.Rows)
            throw new ShapeMismatchException("A·B", "A", left.Shape, "B", right.Shape, "A needs as many columns as B has rows");
        if (product.Shape != new Shape(left.Rows, right.Columns))
            throw Misfit(product, left.Rows, right.Columns);
        if ((double)left.Rows * left.Columns * right.Columns <= PlainLimit)
            MultiplyPlainly(left, right, product);
        else if (product.RowStride != 1 && product.ColumnStride == 1)
            MultiplyInBlocks(right.Transpose(), left.Transpose(), product.Transpose());
        else
            MultiplyInBlocks(left, right, product);
    }

    /// <summary>C ← C + A·B for packed operands, always in blocks.</summary>
    /// <param name="left">A, m×k, by <see cref="PackedPanels.Left"/>.</param>
    /// <param name="right">B, k×n, by <see cref="PackedPanels.Right"/>.</param>
    /// <param name="product">C, m×n; fastest with a row stride of 1.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static void MultiplyPacked(PackedPanels left, PackedPanels right, DenseView product)
    {
        if (left.Depth != right.Depth)
        {
            throw new ShapeMismatchException(
                "A·B",
                "A",
                new Shape(left.Length, left.Depth),
                "B",
                new Shape(right.Depth, right.Length),
                "A needs as many columns as B has rows");
        }

        if (product.Shape != new Shape(left.Length, right.Length))
            throw Misfit(product, left.Length, right.Length);
        var columnPanels = Math.Max(1, BlockColumns / right.Width);
        var (down, across) = (Workers.Parts(left.Count, BlockPanels), Workers.Parts(right.Count, columnPanels));
        var work = (double)left.Length * right.Length * left.Depth;
        Workers.Run(checked(down * across), work, part => MultiplyBlock(
            left, Span(part % down, BlockPanels, left.Count), right, Span(part / down, columnPanels, right.Count), product));
    }

    private static void MultiplyInBlocks(DenseView left, DenseView right, DenseView product)
    {
        var (a, b) = (PackedPanels.Left(left), PackedPanels.Right(right));
        MultiplyPacked(a, b, product);
        a.Release();
        b.Release();
    }

    private static void MultiplyBlock(PackedPanels left, Range rows, PackedPanels right, Range columns, DenseView product)
    {
        Span<double> scratch = stackalloc double[MicroKernel.Rows * MicroKernel.Columns];
        for (var start = 0; start < left.Depth; start += BlockDepth)
        {
            var depth = Math.Min(BlockDepth, left.Depth - start);
            for (var j = columns.Start.Value; j < columns.End.Value; j++)
            {
                var b = right.Panel(j, start);
                for (var i = rows.Start.Value; i < rows.End.Value; i++)
                    MultiplyTile(depth, left.Panel(i, start), b, Tile(product, i, j), scratch);
            }
        }
    }

    private static void MultiplyTile(
        int depth, ReadOnlySpan<double> left, ReadOnlySpan<double> right, DenseView tile, Span<double> scratch)
    {
        var isWhole = tile.Rows == MicroKernel.Rows && tile.Columns == MicroKernel.Columns;
        if (isWhole && tile.RowStride == 1 && tile.ColumnStride >= MicroKernel.Rows)
        {
            MicroKernel.Multiply(depth, left, right, tile.Data.AsSpan(tile.Offset), tile.ColumnStride, accumulate: true);
            return;
        }

        MicroKernel.Multiply(depth, left, right, scratch, MicroKernel.Rows, accumulate: false);
        for (var column = 0; column < tile.Columns; column++)
        {
            for (var row = 0; row < tile.Rows; row++)
                tile[row, column] += scratch[column * MicroKernel.Rows + row];
        }
    }

    private static void MultiplyPlainly(DenseView left, DenseView right, DenseView product)
    {
        for (var column = 0; column < product.Columns; column++)
        {
            for (var row = 0; row < product.Rows; row++)
            {
                var sum = 0.0;
                for (var k = 0; k < left.Columns; k++)
                    sum += left[row, k] * right[k, column];
                product[row, column] += sum;
            }
        }
    }

    private static DenseView Tile(DenseView product, int rowPanel, int columnPanel)
    {
        var (row, column) = (rowPanel * MicroKernel.Rows, columnPanel * MicroKernel.Columns);
        return product.Block(
            row, Math.Min(MicroKernel.Rows, product.Rows - row), column, Math.Min(MicroKernel.Columns, product.Columns - column));
    }

    private static Range Span(int part, int size, int count) => new(part * size, (int)Math.Min(((long)part + 1) * size, count));

    private static ShapeMismatchException Misfit(DenseView product, int rows, int columns) =>
        new("C + A·B", "C", product.Shape, "A·B", new Shape(rows, columns), "the shapes must be equal");
}
