using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>The matrices of a typed answer: LaTeX environments, Markdown tables, printed output; not those in source code.</summary>
internal static partial class TypedMatrices
{
    public static IReadOnlyList<TypedMatrix> In(string markdown)
    {
        var withoutSource = Source().Replace(markdown, "");
        var matrices = Environments().Matches(withoutSource).Select(Environment).ToList();
        matrices.AddRange(RowBlocks(Environments().Replace(withoutSource, "")).Select(rows => new TypedMatrix(rows, 1)));
        return [.. matrices.Where(m => m.Rows.Length > 1 && m.Rows[0].Length > 1 && m.Rows.All(r => r.Length == m.Rows[0].Length))];
    }

    private static TypedMatrix Environment(Match match)
    {
        var factor = match.Groups["top"].Success ? Number(match.Groups["top"].Value) / Number(match.Groups["bottom"].Value) ?? 1 : 1;
        var rows = match.Groups["body"].Value.Split(@"\\", StringSplitOptions.RemoveEmptyEntries);
        return new TypedMatrix([.. rows.Select(row => Numbers(RowSpace().Replace(row, "").Split('&')))], factor);
    }

    /// <summary>Consecutive lines of nothing but numbers: tables, numpy, torch, plain text.</summary>
    private static IEnumerable<double[][]> RowBlocks(string text)
    {
        var rows = new List<double[]>();
        foreach (var line in text.Split('\n').Append(""))
        {
            var cells = Cells().Split(LineFurniture().Replace(RowLabel().Replace(line, ""), " ")).Where(c => c.Length > 0).ToArray();
            var row = cells.Length > 1 ? Numbers(cells) : [];
            // A printed matrix that begins where the one before ends.
            var begins = rows.Count > 0 && (row.Length == 0 || line.Contains("[[", StringComparison.Ordinal));
            if (begins && !TableRule().IsMatch(line))
            {
                yield return [.. rows];
                rows.Clear();
            }

            if (row.Length > 1)
                rows.Add(row);
        }
    }

    private static double[] Numbers(IEnumerable<string> cells)
    {
        var numbers = cells.Select(Number).ToArray();
        return numbers.Any(n => n is null) ? [] : [.. numbers.Select(n => n!.Value)];
    }

    private static double? Number(string cell)
    {
        var text = cell.Replace("{,}", ".", StringComparison.Ordinal).Replace(',', '.').Trim(' ', '$', '\t');
        if (Fraction().Match(text) is { Success: true } fraction)
            return Number(fraction.Groups["top"].Value) / Number(fraction.Groups["bottom"].Value);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"```python.*?```", RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex(
        @"(?:\\[td]?frac\s*(?:\{(?<top>[\d.]+)\}\{(?<bottom>[\d.]+)\}|(?<top>\d)(?<bottom>\d))\s*)?"
        + @"(?:\\left\s*[(\[])?\\begin\{(?<name>[pbvBV]?(?:small)?matrix|array)\}(?:\{[clr|]+\})?(?<body>.*?)\\end\{\k<name>\}",
        RegexOptions.Singleline)]
    private static partial Regex Environments();

    [GeneratedRegex(@"^\s*\[[\d.]+(?:pt|em|ex|mm)\]|\\(?:hline|quad|,|;)")]
    private static partial Regex RowSpace();

    [GeneratedRegex(@"^\s*(?:[-*]\s+)?(?:(?:Zeile|row)\s+\d+:)|^\s*[-*]\s|^[^\[]*(?=\[\[)", RegexOptions.IgnoreCase)]
    private static partial Regex RowLabel();

    [GeneratedRegex(@"tensor\(|[\[\]()|$]|\\quad")]
    private static partial Regex LineFurniture();

    [GeneratedRegex(@"^\s*\|[-| :]+$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"[;\s]+|,\s+|,$")]
    private static partial Regex Cells();

    [GeneratedRegex(
        @"^\\[td]?frac\s*(?:\{(?<top>[^{}]+)\}\{(?<bottom>[^{}]+)\}|(?<top>\d)(?<bottom>\d))$|^(?<top>-?[\d.]+)/(?<bottom>[\d.]+)$")]
    private static partial Regex Fraction();
}
