using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics;

/// <summary>The size of a matrix. Not the symbolic shape of a rubric: both are numbers here. <c>default</c> is 0×0.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
public readonly record struct Shape(int Rows, int Columns)
{
    /// <summary>Whether it is 1×1, which every function here treats like a number.</summary>
    public bool IsScalar => Rows == 1 && Columns == 1;

    /// <summary>The number of entries.</summary>
    public long Count => (long)Rows * Columns;

    /// <summary>The shape of a matrix.</summary>
    public static Shape Of(Matrix<double> matrix) => new(matrix.RowCount, matrix.ColumnCount);

    /// <summary>The invariant form, such as <c>5×3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}×{Columns}");
}
