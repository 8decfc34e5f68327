using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Attention;

/// <summary>What the shapes of attention must fulfil.</summary>
internal static class AttentionShapes
{
    public static void CheckProducts(Shape queries, Shape keys)
    {
        if (queries.Columns != keys.Columns)
            throw new ShapeMismatchException("QKᵀ", "Q", queries, "K", keys, "Q and K need the same number of columns d_k");
        if (queries.Columns == 0)
            throw new ShapeMismatchException("QKᵀ", "Q", queries, "K", keys, "Q and K need at least one column");
    }

    public static void CheckValues(Shape keys, Shape values)
    {
        if (keys.Rows != values.Rows)
            throw new ShapeMismatchException("Attention", "K", keys, "V", values, "K and V need the same number of rows N_KV");
    }

    /// <summary>A result of zeros, as Math.NET stores it.</summary>
    /// <exception cref="ShapeMismatchException">No array can hold it; the message names what it was to be made of.</exception>
    public static DenseView Allocate(string operation, string leftName, Shape left, string rightName, Shape right, int rows, int columns)
    {
        var shape = new Shape(rows, columns);
        if (shape.Count > Array.MaxLength)
        {
            throw new ShapeMismatchException(
                operation, leftName, left, rightName, right, $"the result of {shape} has more entries than an array can hold");
        }

        return DenseView.ColumnMajor(new double[shape.Count], rows, columns);
    }
}
