using System.Globalization;
using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// Matrices of an answer as typed in the corpus (LaTeX in Markdown, tables, printed arrays, lists of rows): a perfect reader, so that
/// grading is measured apart from reading.
/// </summary>
internal static partial class TypedMatrices
{
    public static IReadOnlyList<ReportBlock> Blocks(string markdown)
    {
        var found = new List<(int Position, MatrixReading Matrix)>();
        foreach (Match formula in Formula().Matches(markdown))
            found.AddRange(OfFormula(formula.Groups[1].Value).Select(m => (formula.Index, m)));
        var code = Formula().Replace(markdown, m => new string('\n', m.Length));
        foreach (Match block in Fence().Matches(code).Where(b => b.Groups["kind"].Value != "python"))
            found.AddRange(OfRows(block.Groups["body"].Value).Select(m => (block.Index, m)));
        var prose = Fence().Replace(code, m => new string('\n', m.Length));
        found.AddRange(OfRows(prose.Replace("|---", "", StringComparison.Ordinal)).Select(m => (markdown.Length, m)));
        return [.. found.OrderBy(f => f.Position).Select(f => new ReportBlock
        {
            Kind = BlockKind.Formula,
            Text = "",
            Lines = [new ReportLine(0, 0, 1, f.Matrix.Box)],
            Matrices = [f.Matrix],
        })];
    }

    private static IEnumerable<MatrixReading> OfFormula(string latex)
    {
        foreach (var statement in latex.Split(@"\qquad"))
        {
            var sides = Relation().Split(statement);
            var name = sides.Length > 1 && !Environment().IsMatch(sides[0]) ? Linear(sides[0]) : null;
            foreach (var side in sides)
            {
                var matrices = Environment().Matches(side);
                foreach (Match matrix in matrices)
                {
                    var factor = matrices.Count == 1 ? Number(Linear(side[..matrix.Index])) ?? 1 : 1;
                    var rows = matrix.Groups["rows"].Value.Split(@"\\").Select(
                        r => Spacing().Replace(r, "").Split('&').Select(Linear).ToArray());
                    yield return Reading([.. rows], name, matrices.Count == 1, factor);
                }
            }
        }
    }

    /// <summary>Consecutive lines with equally many numbers, at least two lines and two numbers.</summary>
    private static IEnumerable<MatrixReading> OfRows(string text)
    {
        var open = new List<string[]>();
        text = text.Replace(@"\quad", " ", StringComparison.Ordinal).Replace("tensor(", "", StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Append(""))
        {
            var mark = line.Contains('=', StringComparison.Ordinal) ? '=' : ':';
            var lastPart = line[(line.LastIndexOf(mark) + 1)..];
            var cells = Cell().Matches(lastPart).Select(m => m.Value).ToArray();
            var isRow = cells.Length >= 2 && !Word().IsMatch(lastPart);
            var ends = !isRow || (
                open.Count > 0 && (cells.Length != open[0].Length || line.TrimStart().StartsWith("[[", StringComparison.Ordinal)));
            if (ends && open.Count > 1)
                yield return Reading([.. open], null, true, 1);
            if (ends)
                open.Clear();
            if (isRow)
                open.Add(cells);
        }
    }

    private static MatrixReading Reading(IReadOnlyList<string[]> rows, string? name, bool isValue, double factor) => new()
    {
        Rows = rows.Count,
        Columns = rows[0].Length,
        Entries = [.. rows.SelectMany(row => row).Select(cell => new MatrixEntry(Number(cell) * factor, cell, default, 1))],
        Page = 1,
        Box = new Box(0, 0, 1, 1),
        Start = 0,
        Length = 0,
        Name = name,
        IsValue = isValue,
        Confidence = 1,
    };

    private static string Linear(string latex)
    {
        var text = Wrapper().Replace(latex, "$1");
        for (var before = ""; before != text;)
        {
            before = text;
            text = Root().Replace(text, "sqrt($1$2)");
            text = Fraction().Replace(text, "($1$3)/($2$4)");
        }

        return text.Replace("{,}", ",", StringComparison.Ordinal).Replace(@"\top", "T", StringComparison.Ordinal)
            .Replace("\\,", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Trim(' ', '\n', '$');
    }

    private static double? Number(string text)
    {
        var bare = text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        var parts = bare.Replace(',', '.').Trim().Split('/');
        if (!double.TryParse(parts[0].TrimEnd('.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        return parts.Length == 1 ? value : value / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\$\$(.*?)\$\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"```(?<kind>\w*)\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"=|\\approx")]
    private static partial Regex Relation();

    [GeneratedRegex(@"\\begin\{(?<kind>[pb]?matrix|array)\}(\{c+\})?(?<rows>.*?)\\end\{\k<kind>\}", RegexOptions.Singleline)]
    private static partial Regex Environment();

    [GeneratedRegex(@"\[\d+pt\]")]
    private static partial Regex Spacing();

    [GeneratedRegex(@"\\(?:text|left|right)\s*\{?([^{}\\]*)\}?")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\\sqrt(?:\{([^{}]*)\}|(\d))")]
    private static partial Regex Root();

    [GeneratedRegex(@"\\[dt]?frac(?:\{([^{}]*)\}\{([^{}]*)\}|(\d)(\d))")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<!\w)-?\d+(?:[.,]\d+|\.)?(?:/\d+)?(?!\w)")]
    private static partial Regex Cell();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();
}
