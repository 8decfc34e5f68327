using System.Globalization;

namespace AutoGrader.Core.Reading.Checks;

/// <summary>A matrix of numbers as written, each with how far the exact number may lie from it.</summary>
internal sealed class RoundedMatrix
{
    private readonly double[] _values;
    private readonly double[] _slacks;

    private RoundedMatrix(int rows, int columns, double[] values, double[] slacks) =>
        (Rows, Columns, _values, _slacks) = (rows, columns, values, slacks);

    public int Rows { get; }

    public int Columns { get; }

    public string Shape => string.Create(CultureInfo.InvariantCulture, $"{Rows}×{Columns}");

    public double this[int row, int column] => _values[row * Columns + column];

    /// <summary>One unit of the last digit written anywhere in the matrix: people round, and some cut off.</summary>
    public double Slack(int row, int column) => _slacks[row * Columns + column];

    /// <summary>The numbers of a reading; <c>null</c> where an entry is none, or the reading is not sure.</summary>
    public static RoundedMatrix? Of(MatrixReading matrix)
    {
        const double Sure = 0.9;
        if (matrix.Confidence < Sure || matrix.Entries.Any(e => e.Value is not { } value || !double.IsFinite(value)))
            return null;
        var digits = matrix.Entries.Max(e => DigitsOf(e.Text));
        var unit = digits == 0 ? 0 : Math.Pow(10, -digits);
        // A fraction is exact, and so is what is written in whole numbers throughout.
        double[] slacks = [.. matrix.Entries.Select(e => e.Text.Contains('/', StringComparison.Ordinal) ? 0 : unit)];
        return new RoundedMatrix(matrix.Rows, matrix.Columns, [.. matrix.Entries.Select(e => e.Value!.Value)], slacks);
    }

    /// <summary>The sum of a row and how far it may be off.</summary>
    public (double Sum, double Slack) RowSum(int row)
    {
        var (sum, slack) = (0.0, 0.0);
        for (var column = 0; column < Columns; column++)
        {
            sum += this[row, column];
            slack += Slack(row, column);
        }

        return (sum, slack);
    }

    private static int DigitsOf(string text)
    {
        var mark = text.LastIndexOfAny(['.', ',']);
        return mark < 0 ? 0 : text.Skip(mark + 1).TakeWhile(char.IsAsciiDigit).Count();
    }
}
