using System.Text.RegularExpressions;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>Reads directions written as formulas or code: <c>∑_j A_{ij} = 1</c>, <c>softmax(S, dim=-1)</c>.</summary>
internal static partial class AxisFormulas
{
    /// <summary>The running indices of the matrix, row first, where an entry is written with both: <c>A_{ij}</c>.</summary>
    public static (string Row, string Column)? IndicesIn(string text)
    {
        var entries = Entry().Matches(text).Select(m => (m.Groups["row"].Value, m.Groups["column"].Value)).Distinct().ToList();
        return entries is [var only] && only.Item1 != only.Item2 ? only : null;
    }

    /// <summary>The directions, each with its place in the text.</summary>
    public static IEnumerable<(AxisSide Over, int At)> In(string text)
    {
        foreach (Match match in Code().Matches(text))
            if (OfNumber(match.Groups["number"].Value) is { } side)
                yield return (side, match.Index);
        foreach (Match match in Sum().Matches(text))
        {
            var index = match.Groups["index"].Value;
            if (Entry().Match(text, match.Index + match.Length) is { Success: true } entry)
            {
                var (row, column) = (entry.Groups["row"].Value, entry.Groups["column"].Value);
                if (row != column && (index == row || index == column))
                    yield return (index == column ? AxisSide.OverColumns : AxisSide.OverRows, match.Index);
            }
        }
    }

    private static AxisSide? OfNumber(string number) => number.Replace('−', '-') switch
    {
        "-1" or "1" => AxisSide.OverColumns,
        "0" or "-2" => AxisSide.OverRows,
        _ => null,
    };

    [GeneratedRegex(@"\b(?:dim|axis|dimension|achse)\s*[=:]?\s*(?<number>[-−]?\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:[∑Σ]\s*_?|\bsum_)\s*[{(]?\s*(?<index>\p{L})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"[\p{L})\]]\s*_\s*\{?\s*(?<row>[a-z])\s*,?\s*(?<column>[a-z])\b\}?", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
