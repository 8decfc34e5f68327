using System.Runtime.Intrinsics;

namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// The innermost product, of two packed panels: C (Rows×Columns) = A·B, or C + A·B, with all of C in registers. The panel sizes are those
/// of the widest vectors of this machine.
/// Source: Van Zee, van de Geijn, BLIS: A Framework for Rapidly Instantiating BLAS Functionality, ACM TOMS 41(3) (2015), section 3.2.
/// </summary>
internal static class MicroKernel
{
    /// <summary>Rows of a panel of A; a multiple of 8.</summary>
    public static int Rows => Vector512.IsHardwareAccelerated ? MicroKernel512.Rows : MicroKernel256.Rows;

    /// <summary>Columns of a panel of B.</summary>
    public static int Columns => Vector512.IsHardwareAccelerated ? MicroKernel512.Columns : MicroKernel256.Columns;

    /// <summary>Multiplies two panels.</summary>
    /// <param name="depth">Columns of A and rows of B.</param>
    /// <param name="left">A column by column: at least depth·Rows numbers.</param>
    /// <param name="right">B row by row: at least depth·Columns numbers.</param>
    /// <param name="product">C column by column, each Rows numbers, the next one a stride further on.</param>
    /// <param name="stride">From a column of C to the next, at least Rows.</param>
    /// <param name="accumulate">Whether the product is added to C; else it replaces C.</param>
    public static void Multiply(
        int depth, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product, int stride, bool accumulate)
    {
        // The kernels read and write without further checks.
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, depth * Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, depth * Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(product.Length, (Columns - 1) * stride + Rows);
        if (Vector512.IsHardwareAccelerated)
            MicroKernel512.Multiply(depth, left, right, product, stride, accumulate);
        else
            MicroKernel256.Multiply(depth, left, right, product, stride, accumulate);
    }
}
