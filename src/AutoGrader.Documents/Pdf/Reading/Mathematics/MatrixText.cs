using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>Writes a grid as <c>[[1, 2], [3, 4]]</c>, together with the reading of its entries.</summary>
internal static partial class MatrixText
{
    private const double UnknownLetter = 0.2;
    private const double MissingEntry = 0.2;
    private const double SpacedNumber = 0.9;

    /// <summary>The linear text with one matrix in it, no surer than a limit.</summary>
    public static MappedText Write(MatrixGrid grid, Box box, double limit)
    {
        var page = grid.Rows[0][0].Atoms[0].Text.PlaceOf(0).Page;
        var text = new MappedText();
        var entries = new List<MatrixEntry>();
        var outline = new Place(page, box);
        text.Append("[", outline);
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            text.Append(r == 0 ? "[" : ", [", outline);
            for (var c = 0; c < grid.Columns; c++)
            {
                if (c > 0)
                    text.Append(", ", outline);
                var entry = c < grid.Rows[r].Count
                    ? Entry(grid.Rows[r][c], c < grid.Columns - 1)
                    : new MatrixEntry(null, "", box, MissingEntry);
                text.Append(entry.Text, new Place(page, entry.Box));
                entries.Add(entry with { Confidence = Math.Min(entry.Confidence, grid.Confidence) });
            }

            text.Append("]", outline);
        }

        text.Append("]", outline);
        var matrix = new MatrixReading
        {
            Rows = grid.Rows.Count,
            Columns = grid.Columns,
            Entries = entries,
            Page = page,
            Box = box,
            Start = 0,
            Length = text.Length,
            Confidence = Math.Min(grid.Confidence, entries.Min(e => e.Confidence)),
        };
        text.SetMatrices([matrix.AtMost(limit)]);
        return text;
    }

    private static MatrixEntry Entry(GridEntry entry, bool another)
    {
        var text = PlainFraction().Replace(entry.Text, "$1/$2");
        if (another && text.Length > 1 && text[^1] is ',' or ';')
            text = text[..^1];
        var box = entry.Atoms.Select(a => a.Box).Aggregate((a, b) => a.Union(b));
        var confidence = entry.Atoms.Any(a => a.Unknown) ? UnknownLetter : 1.0;
        if (EntryValue.Parse(text) is null && SpacedDecimal().IsMatch(text))
            (text, confidence) = (text.Replace(" ", "", StringComparison.Ordinal), Math.Min(confidence, SpacedNumber));
        return new MatrixEntry(EntryValue.Parse(text), text, box, confidence);
    }

    /// <summary>A number with a space after its decimal sign, as formula programs set it.</summary>
    [GeneratedRegex(@"^-?\d+[.,] \d+$", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedDecimal();

    [GeneratedRegex(@"\(([\d.,]+)\)/\(([\d.,]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainFraction();
}
