using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>
/// Reads matrices that are written row below row: tables of numbers with or without heads, plain rows of numbers, and labelled rows
/// (<c>row 1: 2, 2, 2</c>).
/// </summary>
internal static partial class RowMatrices
{
    /// <summary>A longer line is no row of a matrix.</summary>
    private const int LongestRow = 300;
    private const double UnlikeLabels = 0.8;
    private const double BrokenNeighbour = 0.5;
    private const int FewestUnlikeRows = 3;

    /// <summary>One line of a text.</summary>
    private readonly record struct RowText(string Text, int Start);

    /// <summary>The matrices of a text whose lines are rows.</summary>
    public static IEnumerable<MatrixReading> Find(MappedText text, IReadOnlyList<(int Start, int Length)> lines)
    {
        var written = text.ToString();
        var rows = lines.Select(l => new RowText(written.Substring(l.Start, l.Length), l.Start)).ToList();
        for (var first = 0; first < rows.Count;)
        {
            var count = Longest(text, rows, first, out var matrix);
            if (matrix is not null)
                yield return matrix;
            first += Math.Max(1, count);
        }
    }

    /// <summary>Whether a line could be a row.</summary>
    public static bool IsPlainRow(string text) =>
        text.Length <= LongestRow
        && text.Any(char.IsAsciiDigit)
        && NumberList.Separators.Any(s => NumberList.Split(text.Trim(), 0, s) is { Count: >= 2 });

    /// <summary>The parts of a labelled row, or <c>null</c>.</summary>
    public static (string Label, string Numbers, int NumbersStart)? Labelled(string text)
    {
        if (text.Length > LongestRow)
            return null;
        var match = LabelledRow().Match(text);
        if (!match.Success)
            match = BracketedRow().Match(text);
        if (!match.Success)
            return null;
        var numbers = match.Groups["numbers"];
        return IsPlainRow(numbers.Value) ? (match.Groups["label"].Value, numbers.Value, numbers.Index) : null;
    }

    /// <summary>Whether two labels differ by nothing but a number.</summary>
    public static bool AreAlike(string a, string b) =>
        string.Equals(Digits().Replace(a, "#"), Digits().Replace(b, "#"), StringComparison.OrdinalIgnoreCase);

    private static int Longest(MappedText text, List<RowText> rows, int first, out MatrixReading? matrix)
    {
        matrix = null;
        for (var count = rows.Count - first; count >= 2; count--)
        {
            var part = rows.GetRange(first, count);
            var numbers = Plain(part) ?? WithLabels(part);
            if (numbers is not { } n || NumberList.SplitRows(n.Rows) is not { } split)
                continue;
            var start = split.Rows[0][0].Start;
            var end = split.Rows[^1][^1];
            var whole = HasBrokenNeighbour(rows, first, count) ? BrokenNeighbour : 1;
            var confidence = Math.Min(split.Confidence, Math.Min(n.Confidence, whole));
            matrix = MatrixMaker.Make(text, start, end.Start + end.Length - start, split.Rows, confidence);
            return count;
        }

        return 0;
    }

    /// <summary>Whether the row before or after is of numbers, too, but could not be read as a row: it may belong to the matrix.</summary>
    private static bool HasBrokenNeighbour(List<RowText> rows, int first, int count) =>
        (first > 0 && LooksBroken(rows[first - 1].Text)) || (first + count < rows.Count && LooksBroken(rows[first + count].Text));

    private static bool LooksBroken(string text) =>
        text.Any(char.IsAsciiDigit) && text.Trim().Any(char.IsWhiteSpace) && !text.Any(char.IsLetter);

    private static (List<(string, int)> Rows, double Confidence)? Plain(List<RowText> rows) =>
        rows.All(r => IsPlainRow(r.Text)) ? (rows.Select(r => (r.Text, r.Start)).ToList(), 1) : null;

    private static (List<(string, int)> Rows, double Confidence)? WithLabels(List<RowText> rows)
    {
        var cells = rows.Select(r => LabelCell(r.Text) ?? Labelled(r.Text)).ToList();
        if (cells.Any(c => c is null))
            return null;
        var alike = cells.All(c => AreAlike(c!.Value.Label, cells[0]!.Value.Label));
        if (!alike && rows.Count < FewestUnlikeRows)
            return null;
        return (cells.Zip(rows, (c, r) => (c!.Value.Numbers, r.Start + c.Value.NumbersStart)).ToList(), alike ? 1 : UnlikeLabels);
    }

    /// <summary>A table's row whose first cell is no number.</summary>
    private static (string Label, string Numbers, int NumbersStart)? LabelCell(string text)
    {
        var tab = text.IndexOf('\t', StringComparison.Ordinal);
        if (tab <= 0 || !text[..tab].Any(char.IsLetter))
            return null;
        return IsPlainRow(text[(tab + 1)..]) ? (text[..tab], text[(tab + 1)..], tab + 1) : null;
    }

    [GeneratedRegex(
        @"^\s*(?:[•▪◦‣■○●∙·*–-]\s*)?(?<label>[^:=\d][^:=]{0,40}(?:[^:=]*=[^:=]*)??|\d{1,2}\s*[.)]?(?:\s*\p{L}+)?)"
            + @"\s*[:=]\s*[(\[]?(?<numbers>[-+\d.,;\s|&√()/…]+?)[)\]]?\s*[.,;]?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LabelledRow();

    /// <summary>A list item that holds one row: <c>• (0; 0,5; 0,5)</c>.</summary>
    [GeneratedRegex(
        @"^\s*(?<label>)[•▪◦‣■○●∙·*–-]\s*(?:\((?<numbers>[-+\d.,;\s√/…]+)\)|\[(?<numbers>[-+\d.,;\s√/…]+)\])\s*[.,;]?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BracketedRow();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
