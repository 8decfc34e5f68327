using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads a matrix written as a list of rows.</summary>
internal static class MatrixLiteral
{
    // Sheets print matrices to be computed by hand; the limit keeps formulas quick.
    private const int LargestSide = 100;

    public static Matrix<double>? Read(YamlNode node, string name, RubricErrorList errors)
    {
        LocalizedText remedy =
            new($"Write {name} as a list of rows: [[1, 2], [3, 4]].", $"Schreiben Sie {name} als Liste von Zeilen: [[1, 2], [3, 4]].");
        var rows = ValueReader.Items(node, remedy, errors).Select(row => (row.Place, Values: ReadRow(row, remedy, errors))).ToList();
        if (rows.Count == 0 || rows.Any(row => row.Values is null))
            return null;
        var columns = rows[0].Values!.Length;
        foreach (var (row, index) in rows.Select((row, index) => (row, index)).Where(r => r.row.Values!.Length != columns))
            errors.Add(row.Place,
                new(
                    $"Row {index + 1} of {name} has {row.Values!.Length} entries, row 1 has {columns}.",
                    $"Zeile {index + 1} von {name} hat {row.Values!.Length} Einträge, Zeile 1 hat {columns}."),
                new("Give all rows the same number of entries.", "Geben Sie allen Zeilen gleich viele Einträge."));
        if (rows.Any(row => row.Values!.Length != columns))
            return null;
        if (rows.Count <= LargestSide && columns <= LargestSide)
            return Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => row.Values!));
        errors.Add(node.Place,
            new($"{name} is a {rows.Count}×{columns} matrix.", $"{name} ist eine {rows.Count}×{columns}-Matrix."),
            new($"At most {LargestSide} rows and columns are possible.", $"Höchstens {LargestSide} Zeilen und Spalten sind möglich."));
        return null;
    }

    private static double[]? ReadRow(YamlNode row, LocalizedText remedy, RubricErrorList errors)
    {
        var values = ValueReader.Items(row, remedy, errors).Select(entry => ValueReader.Number(entry, errors)).ToList();
        return values.Count == 0 || values.Contains(null) ? null : [.. values.Select(v => v!.Value)];
    }
}
