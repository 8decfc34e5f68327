using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>
/// Finds matrices written with brackets: <c>[[1. 0.5] [0 1]]</c>, <c>[[1, 2], [3, 4]]</c>, <c>{{1,2},{3,4}}</c>, <c>[1 2; 3 4]</c>.
/// </summary>
internal static partial class PrintedMatrices
{
    /// <summary>Between brackets a comma separates; a column of decimal commas would hardly be written so.</summary>
    private const double CommaInBrackets = 0.8;

    /// <summary>The matrices of a text that hold nothing but numbers.</summary>
    public static IEnumerable<MatrixReading> Find(MappedText text)
    {
        var written = text.ToString();
        var taken = text.Matrices.ToList();
        foreach (Match match in Nested().Matches(written))
        {
            if (Overlaps(taken, match) || Rows(match) is not { } rows)
                continue;
            if (NumberList.SplitRows(rows) is { } split)
                yield return MatrixMaker.Make(text, match.Index, match.Length, split.Rows, Math.Max(split.Confidence, CommaInBrackets));
            else if (SingleColumn(rows) is { } column)
                yield return MatrixMaker.Make(text, match.Index, match.Length, column, 1);
        }

        foreach (Match match in Semicolons().Matches(written))
        {
            if (Overlaps(taken, match))
                continue;
            var rows = match.Groups["row"].Captures.Select(c => (c.Value, c.Index)).ToList();
            if (NumberList.SplitRows(rows) is { } split)
                yield return MatrixMaker.Make(text, match.Index, match.Length, split.Rows, split.Confidence);
        }
    }

    private static bool Overlaps(List<MatrixReading> taken, Match match) =>
        taken.Any(m => m.Start < match.Index + match.Length && match.Index < m.Start + m.Length);

    private static List<(string, int)>? Rows(Match match)
    {
        var rows = match.Groups["row"].Captures.Select(c => (c.Value, c.Index)).ToList();
        return rows.Count == 0 ? null : rows;
    }

    private static List<List<NumberSpan>>? SingleColumn(List<(string Text, int Start)> rows)
    {
        var column = rows.Select(r => NumberList.Split(r.Text, r.Start, Separator.Semicolon)).OfType<List<NumberSpan>>().ToList();
        return column.Count == rows.Count && column.All(r => r.Count == 1) ? column : null;
    }

    /// <summary>Brackets within brackets, rows separated by commas, blanks or line ends.</summary>
    [GeneratedRegex(
        @"\[\s*(?:\[(?<row>[^\[\]{}]+)\]\s*[,;]?\s*)+\]|\{\s*(?:\{(?<row>[^\[\]{}]+)\}\s*[,;]?\s*)+\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Nested();

    /// <summary>One pair of brackets, rows separated by semicolons.</summary>
    [GeneratedRegex(@"(?<!\[\s*)\[(?<row>[^\[\]{};]+)(?:;\s*(?<row>[^\[\]{};]+))+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Semicolons();
}
