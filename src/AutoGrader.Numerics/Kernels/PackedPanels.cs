using System.Buffers;

namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// A matrix copied into panels of so many rows as a micro-kernel takes at once, each panel column by column, so that the kernel reads
/// straight on. The last panel is filled up with zero rows. Packed once, it can be multiplied often.
/// </summary>
/// <remarks>Source: Goto, van de Geijn, Anatomy of High-Performance Matrix Multiplication, ACM TOMS 34(3) (2008), section 4.</remarks>
internal sealed class PackedPanels
{
    /// <summary>Panels of at most so many numbers come from a pool: allocating them anew costs as much as a small product.</summary>
    private const int PooledLimit = 1 << 16;

    private double[] _data;

    private PackedPanels(DenseView source, int width)
    {
        (Length, Depth, Width) = (source.Rows, source.Columns, width);
        Count = Workers.Parts(Length, width);
        var size = checked(Count * Depth * width);
        _data = size <= PooledLimit ? ArrayPool<double>.Shared.Rent(size) : GC.AllocateUninitializedArray<double>(size);
        Workers.Run(Count, (double)Length * Depth, panel => Fill(source, panel));
    }

    /// <summary>Rows of the matrix.</summary>
    public int Length { get; }

    /// <summary>Columns of the matrix: what a product with it sums over.</summary>
    public int Depth { get; }

    /// <summary>Rows of a panel.</summary>
    public int Width { get; }

    /// <summary>Number of panels.</summary>
    public int Count { get; }

    /// <summary>Packs A for products A·B.</summary>
    public static PackedPanels Left(DenseView left) => new(left, MicroKernel.Rows);

    /// <summary>Packs B for products A·B: in panels of columns.</summary>
    public static PackedPanels Right(DenseView right) => new(right.Transpose(), MicroKernel.Columns);

    /// <summary>Gives the memory back early. The panels are gone then. Nobody has to.</summary>
    public void Release()
    {
        var data = _data;
        _data = [];
        if (data.Length > 0 && (long)Count * Depth * Width <= PooledLimit)
            ArrayPool<double>.Shared.Return(data);
    }

    /// <summary>The part of a panel that stands for the columns from <paramref name="start"/> on.</summary>
    public ReadOnlySpan<double> Panel(int panel, int start) =>
        _data.AsSpan((panel * Depth + start) * Width, (Depth - start) * Width);

    private void Fill(DenseView source, int panel)
    {
        var rows = Math.Min(Width, Length - panel * Width);
        var target = _data.AsSpan(panel * Depth * Width, Depth * Width);
        if (rows < Width)
            target.Clear();
        var start = source.Offset + panel * Width * source.RowStride;
        if (source.RowStride == 1)
        {
            for (var column = 0; column < Depth; column++)
                source.Data.AsSpan(start + column * source.ColumnStride, rows).CopyTo(target[(column * Width)..]);
            return;
        }

        for (var row = 0; row < rows; row++)
            Spread(source.Data.AsSpan(start + row * source.RowStride), source.ColumnStride, target[row..], Width, Depth);
    }

    private static void Spread(ReadOnlySpan<double> source, int sourceStride, Span<double> target, int targetStride, int count)
    {
        for (var i = 0; i < count; i++)
            target[i * targetStride] = source[i * sourceStride];
    }
}
