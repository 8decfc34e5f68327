using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>
/// Numbers as people type or paste them into a field: a row on each line, the entries apart by blanks, tabs or commas, <c>0,5</c> as good
/// as <c>0.5</c>, or a list in brackets. What can be read in two ways is not read.
/// </summary>
internal static partial class NumberRows
{
    /// <summary>The numbers as rubrics write them, or why they cannot be told.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>>? Rows, LocalizedText? Problem) Parse(string text)
    {
        var isInBrackets = text.TrimStart().StartsWith('[');
        if (isInBrackets && !InBrackets().IsMatch(text))
            return (null, new(
                "The brackets do not fit: write [[1, 2], [3, 4]], or a row on each line without brackets.",
                "Die Klammern passen nicht: Schreiben Sie [[1, 2], [3, 4]] oder jede Zeile in eine eigene Zeile, ohne Klammern."));
        var lines = isInBrackets ? Row().Matches(text).Select(m => m.Groups[1].Value) : text.Split('\n');
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            if (Entries(line, isInBrackets) is not { } entries)
                return (null, Ambiguous(line.Trim()));
            if (entries.FirstOrDefault(e => !Number().IsMatch(e)) is { } wrong)
                return (null, new(
                    $"'{wrong}' is no number. Write the entries of a row with blanks between them.",
                    $"»{wrong}« ist keine Zahl. Schreiben Sie die Einträge einer Zeile mit Leerzeichen dazwischen."));
            rows.Add([.. entries.Select(e => e.Replace(',', '.').Replace('\u2212', '-'))]);
        }
        return (rows, null);
    }

    /// <summary>A single number as rubrics write it: with a point. What is none stays as it was typed, for the reader to name.</summary>
    public static string Single(string text) => Number().IsMatch(text.Trim()) ? text.Trim().Replace(',', '.').Replace('\u2212', '-') : text;

    /// <summary>Whether two numbers are the same, however they are written.</summary>
    public static bool Same(string left, string right) => left == right || (Value(left) is { } value && value == Value(right));

    private static decimal? Value(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;

    // A comma stands between digits where it belongs to a number, and between a number and a blank where it parts two. Both in one row,
    // or one between digits with nothing else to tell, can be read in two ways.
    private static IReadOnlyList<string>? Entries(string line, bool isInBrackets)
    {
        var pieces = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(p => p != ",").ToList();
        var parts = pieces.Exists(p => p.EndsWith(',')) || line.Contains(" ,", StringComparison.Ordinal);
        var commas = pieces.Sum(p => p.TrimEnd(',').Count(c => c == ','));
        if (commas == 0)
            return [.. pieces.Select(p => p.TrimEnd(','))];
        if (pieces.Count > 1)
            return parts || pieces.Exists(p => p.Count(c => c == ',') > 1) ? null : pieces;
        return isInBrackets || commas > 1 || line.Contains('.', StringComparison.Ordinal)
            ? pieces[0].Split(',', StringSplitOptions.RemoveEmptyEntries) : null;
    }

    private static LocalizedText Ambiguous(string line) => new(
        $"'{line}' can be read in two ways: write blanks between the entries, and numbers with a point.",
        $"»{line}« lässt sich auf zwei Arten lesen: Schreiben Sie Leerzeichen zwischen die Einträge und Zahlen mit Punkt.");

    [GeneratedRegex(@"^[+\-\u2212]?(\d+([.,]\d+)?|[.,]\d+)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\s*(\[[^\[\]]*\]|\[(\s*\[[^\[\]]*\]\s*,?)+\s*\])\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex InBrackets();
}
