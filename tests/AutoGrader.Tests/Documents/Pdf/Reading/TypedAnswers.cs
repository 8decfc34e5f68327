using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>
/// The corpus as its students typed it (Markdown with LaTeX), read by a parser of its own that shares nothing with the reader:
/// the oracle for what must be found in the PDFs.
/// </summary>
internal sealed partial record TypedReport(string Id, string Toolchain, string PdfPath, IReadOnlyDictionary<string, string> Answers)
{
    public static IReadOnlyList<TypedReport> All { get; } = Load();

    /// <summary>The matrices in the answer to 3.4, in the order of typing. A scalar factor in front is multiplied in.</summary>
    public IReadOnlyList<double[][]> Matrices => Answers.TryGetValue("3.4", out var text) ? FindMatrices(text) : [];

    /// <summary>The words of prose of an answer: no formulas, code or tables.</summary>
    public static List<string> Words(string typed)
    {
        var text = Code().Replace(typed, " ");
        text = DisplayMath().Replace(text, " ");
        text = InlineMath().Replace(text, " ");
        text = Image().Replace(text, " ");
        text = string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith('|')));
        return [.. Word().Matches(text.Replace('’', '\'')).Select(m => m.Value.ToLowerInvariant())];
    }

    private static List<TypedReport> Load()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        return [.. json.RootElement.EnumerateArray().Select(s => new TypedReport(
            s.GetProperty("id").GetString()!,
            s.GetProperty("toolchain").GetString()!,
            TestData.Path("corpus", "pdf", s.GetProperty("file_stem").GetString() + ".pdf"),
            s.GetProperty("answers").EnumerateObject().ToDictionary(a => a.Name, a => a.Value.GetProperty("text").GetString() ?? "")))];
    }

    private static List<double[][]> FindMatrices(string text)
    {
        var found = new List<(int At, double[][] Rows)>();
        foreach (Match m in LatexMatrix().Matches(text))
        {
            var rows = m.Groups["body"].Value.Split(@"\\").Select(r => Numbers(RowSpace().Replace(r, "").Split('&')));
            var isHalved = m.Groups["factor"].Success && !text[(m.Index + m.Length)..].StartsWith(@"\begin", StringComparison.Ordinal);
            var factor = isHalved ? 0.5 : 1;
            found.Add((m.Index, [.. rows.Select(r => r.Select(v => v * factor).ToArray())]));
        }

        foreach (Match m in NestedBrackets().Matches(text))
        {
            var rows = m.Groups["row"].Captures.Select(c => Separator().Split(c.Value.Trim()).Where(s => s.Length > 0));
            found.Add((m.Index, [.. rows.Select(Numbers)]));
        }

        found.AddRange(LineMatrices(LatexMatrix().Replace(text, x => new string(' ', x.Length))));
        return [.. found.OrderBy(f => f.At).Select(f => f.Rows)];
    }

    /// <summary>Consecutive lines that hold numbers only, with a label in front or table bars around.</summary>
    private static IEnumerable<(int, double[][])> LineMatrices(string text)
    {
        var rows = new List<double[]>();
        var at = 0;
        foreach (var line in text.Split('\n').Append(""))
        {
            var match = NumberLine().Match(line);
            // A line that does not match has an empty group, and so no numbers.
            var typed = match.Groups["numbers"].Value.Split([' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
            var numbers = Numbers(typed);
            if (numbers.Length >= 2 && (rows.Count == 0 || rows[^1].Length == numbers.Length))
            {
                rows.Add(numbers);
            }
            else if (!TableRule().IsMatch(line))
            {
                if (rows.Count > 1)
                    yield return (at, [.. rows]);
                rows.Clear();
            }

            at += line.Length + 1;
        }
    }

    private static double[] Numbers(IEnumerable<string> typed) => [.. typed.Select(Number)];

    private static double Number(string typed)
    {
        var text = typed.Trim().Replace("{,}", ".").Replace(',', '.');
        var fraction = Fraction().Match(text);
        if (fraction.Success)
            return Number(fraction.Groups[1].Value) / Number(fraction.Groups[2].Value);
        var slash = text.Split('/');
        return slash.Length == 2 ? Number(slash[0]) / Number(slash[1]) : double.Parse(text.TrimEnd('.'), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"(?<factor>\\frac12\s*|\\frac\{1\}\{2\}\s*)?(?:\\left\()?\\begin\{(?:pmatrix|bmatrix|array)\}(?:\{c+\})?"
            + @"(?<body>.*?)\\end\{\w+\}(?:\\right\))?",
        RegexOptions.Singleline)]
    private static partial Regex LatexMatrix();

    [GeneratedRegex(@"\[\s*(?:\[(?<row>[-\d.,\s]+)\]\s*,?\s*)+\]")]
    private static partial Regex NestedBrackets();

    [GeneratedRegex(@"^\s*(?:- \w+ \d: )?\|?(?<numbers>(?:\s*-?\d+(?:[.,]\d+)?\s*[;|]?)+)$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^\|[-| ]+\|$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\\frac\{?(\d+?)\}?\{?(\d+)\}?$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\[\d+pt\]")]
    private static partial Regex RowSpace();

    [GeneratedRegex(@"[,\s]+")]
    private static partial Regex Separator();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\$\$.*?\$\$", RegexOptions.Singleline)]
    private static partial Regex DisplayMath();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex InlineMath();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\p{L}[\p{L}'’]+(?:-\p{L}[\p{L}'’]+)*")]
    internal static partial Regex Word();
}
