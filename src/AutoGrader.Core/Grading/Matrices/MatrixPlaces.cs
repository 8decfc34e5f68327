using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>Rows, columns and entries of matrices, and how texts name them.</summary>
internal static class MatrixPlaces
{
    private static readonly CultureInfo German = MakeGerman();

    /// <summary>A number in five significant digits: with a point, and with a comma.</summary>
    public static LocalizedText Number(double value) =>
        new(value.ToString("G5", CultureInfo.InvariantCulture), value.ToString("G5", German));

    /// <summary>The places at which a condition holds of two matrices of one shape, row by row, from 0.</summary>
    public static IEnumerable<(int Row, int Column)> Where(Matrix<double> first, Matrix<double> second, Func<double, double, bool> holds) =>
        from row in Enumerable.Range(0, first.RowCount)
        from column in Enumerable.Range(0, first.ColumnCount)
        where holds(first[row, column], second[row, column])
        select (row, column);

    /// <summary>A matrix with two rows, or two columns, exchanged.</summary>
    public static Matrix<double> Swap(Matrix<double> matrix, bool isRow, int first, int second) => Matrix<double>.Build.Dense(
        matrix.RowCount,
        matrix.ColumnCount,
        (row, column) => isRow ? matrix[Other(row, first, second), column] : matrix[row, Other(column, first, second)]);

    private static int Other(int index, int first, int second) => index == first ? second : index == second ? first : index;

    // Made by hand: a machine without culture data must write the same comma.
    private static CultureInfo MakeGerman()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(culture);
    }
}
