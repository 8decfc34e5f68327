using System.Globalization;

namespace AutoGrader.Documents.Moodle;

/// <summary>Grades in a worksheet: read with either decimal sign, written with a point.</summary>
internal static class WorksheetNumber
{
    /// <summary>A number as Moodle prints it, or <c>null</c>.</summary>
    public static decimal? Parse(string? cell) =>
        decimal.TryParse(cell?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>The number of decimals a cell shows.</summary>
    public static int Decimals(string cell) => cell.Trim().LastIndexOfAny(['.', ',']) is var at and >= 0 ? cell.Trim().Length - at - 1 : 0;

    /// <summary>Digits with a point, no zeros at the end.</summary>
    public static string Format(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
