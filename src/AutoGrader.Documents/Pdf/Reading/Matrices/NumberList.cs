using System.Text.RegularExpressions;
using AutoGrader.Documents.Pdf.Reading.Mathematics;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>A number in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Value">What it denotes; <c>null</c> for dots that stand for left-out numbers.</param>
internal readonly record struct NumberSpan(int Start, int Length, double? Value);

/// <summary>How the numbers of a list are told apart.</summary>
internal enum Separator
{
    /// <summary>Semicolons; commas are decimal.</summary>
    Semicolon,

    /// <summary>Bars, ampersands or tabs; commas are decimal.</summary>
    Bar,

    /// <summary>Commas followed by blanks; other commas are decimal.</summary>
    CommaBlank,

    /// <summary>Blanks; commas are decimal.</summary>
    Blank,

    /// <summary>Commas; only points are decimal.</summary>
    Comma,
}

/// <summary>Splits a text that holds nothing but numbers.</summary>
internal static partial class NumberList
{
    /// <summary>All separators, those that leave no doubt first.</summary>
    public static IReadOnlyList<Separator> Separators { get; } =
        [Separator.Semicolon, Separator.Bar, Separator.CommaBlank, Separator.Blank, Separator.Comma];

    /// <summary>
    /// Splits rows of numbers alike, with the first separator that gives all rows the same number of columns.
    /// Where the comma could be decimal or separate, and only that, the confidence is lowered.
    /// </summary>
    public static (List<List<NumberSpan>> Rows, double Confidence)? SplitRows(IReadOnlyList<(string Text, int Start)> rows)
    {
        foreach (var separator in Separators)
        {
            var split = rows.Select(r => Split(r.Text, r.Start, separator)).OfType<List<NumberSpan>>().ToList();
            if (split.Count < rows.Count || split.Any(r => r.Count != split[0].Count) || split[0].Count < 2)
                continue;
            var doubtful = separator == Separator.Comma
                ? IsDoubtful(rows, split)
                : separator == Separator.Blank && HasCommas(rows) && !AllDecimal(rows);
            return (split, doubtful ? 0.5 : 1);
        }

        return null;
    }

    /// <summary>The numbers of one list, or <c>null</c> where it holds something else.</summary>
    public static List<NumberSpan>? Split(string text, int start, Separator separator)
    {
        var spans = new List<NumberSpan>();
        var at = 0;
        foreach (var cut in Cuts(text, separator).Append((text.Length, 0)))
        {
            var (from, to) = Trim(text, at, cut.Item1);
            if (from == to)
                return null;
            var item = text[from..to];
            var value = EntryValue.Parse(item);
            if (value is null && !Ellipsis().IsMatch(item))
                return null;
            spans.Add(new NumberSpan(start + from, to - from, value));
            at = cut.Item1 + cut.Item2;
        }

        return spans;
    }

    private static IEnumerable<(int, int)> Cuts(string text, Separator separator)
    {
        var pattern = separator switch
        {
            Separator.Semicolon => SemicolonCut(),
            Separator.Bar => BarCut(),
            Separator.CommaBlank => CommaBlankCut(),
            Separator.Blank => BlankCut(),
            _ => CommaCut(),
        };
        return pattern.Matches(text).Select(m => (m.Index, m.Length)).Where(m => IsOutside(text, m.Index));
    }

    private static bool IsOutside(string text, int index) =>
        text.AsSpan(0, index).Count('(') == text.AsSpan(0, index).Count(')');

    private static (int From, int To) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or ';'))
            to--;
        return (from, to);
    }

    /// <summary><c>1,5</c> alone in every row may be one number or two.</summary>
    private static bool IsDoubtful(IReadOnlyList<(string Text, int Start)> rows, List<List<NumberSpan>> split) =>
        split[0].Count == 2 && rows.All(r => !r.Text.Contains(' ', StringComparison.Ordinal));

    private static bool HasCommas(IReadOnlyList<(string Text, int Start)> rows) => rows.Any(r => InnerComma().IsMatch(r.Text));

    /// <summary>Whether commas are followed by one or two digits only, as in <c>0,5 1 0,58</c>.</summary>
    private static bool AllDecimal(IReadOnlyList<(string Text, int Start)> rows) =>
            (rows.All(r => InnerComma().Count(r.Text) <= Words(r.Text).Length)
                && rows.Any(r => !Words(r.Text).All(t => t.Contains(',', StringComparison.Ordinal))))
            || rows.All(r => !AmbiguousComma().IsMatch(r.Text));

    private static string[] Words(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@";", RegexOptions.CultureInvariant)]
    private static partial Regex SemicolonCut();

    [GeneratedRegex(@"[|&\t]+", RegexOptions.CultureInvariant)]
    private static partial Regex BarCut();

    [GeneratedRegex(@",\s+", RegexOptions.CultureInvariant)]
    private static partial Regex CommaBlankCut();

    [GeneratedRegex(@"(?<=[\d.)√…])\s+(?=[-+\d.(√…])|(?<=[.\d)]),?\s+(?=[-+]?[\d.(√])", RegexOptions.CultureInvariant)]
    private static partial Regex BlankCut();

    [GeneratedRegex(@",", RegexOptions.CultureInvariant)]
    private static partial Regex CommaCut();

    [GeneratedRegex(@"\d,\d", RegexOptions.CultureInvariant)]
    private static partial Regex InnerComma();

    [GeneratedRegex(@"\d,\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AmbiguousComma();

    [GeneratedRegex(@"^(?:…|⋯|⋮|⋱|\.\.\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();
}
