using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Cli.Output;

/// <summary>Prints matrices with aligned columns.</summary>
internal static class MatrixText
{
    /// <summary>The rows as lines, each in brackets, columns aligned to the right.</summary>
    public static IEnumerable<string> Lines(Matrix<double> matrix)
    {
        var cells = matrix.ToRowArrays().Select(row => row.Select(ValueText.Of).ToArray()).ToArray();
        var widths = Enumerable.Range(0, matrix.ColumnCount).Select(column => cells.Max(row => row[column].Length)).ToArray();
        return cells.Select(row => $"[ {string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column])))} ]");
    }
}
