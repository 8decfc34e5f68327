using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Cli.Output;

/// <summary>Prints matrices with aligned columns.</summary>
internal static class MatrixText
{
    /// <summary>A number as people write it: at most four decimals, none where there are none.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The rows as lines, each in brackets, columns aligned to the right.</summary>
    public static IEnumerable<string> Lines(Matrix<double> matrix)
    {
        var cells = matrix.ToRowArrays().Select(row => row.Select(Number).ToArray()).ToArray();
        var widths = Enumerable.Range(0, matrix.ColumnCount).Select(column => cells.Max(row => row[column].Length)).ToArray();
        return cells.Select(row => $"[ {string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column])))} ]");
    }
}
