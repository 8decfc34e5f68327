using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Blocks;
using AutoGrader.Documents.Pdf.Reading.Mathematics;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>Finds out what the matrices of a text are called, whether they are values or factors, and applies scalar factors.</summary>
internal static partial class EquationReader
{
    private const int LongestName = 80;

    /// <summary>The matrices of a text, named. <paramref name="introduction"/> names those without a left-hand side.</summary>
    public static List<MatrixReading> Name(string text, IReadOnlyList<MatrixReading> matrices, string? introduction)
    {
        var result = new List<MatrixReading>();
        string? inherited = null;
        string? label = null;
        foreach (var (start, end) in Pieces(text, matrices, 0, text.Length, StatementEnd))
        {
            var sides = Pieces(text, matrices, start, end, Relation);
            var name = NameOf(text, matrices, sides, inherited);
            inherited = name ?? inherited;
            name ??= label;
            label = end < text.Length && text[end] == ':' ? Clean(text[start..end]) : null;
            foreach (var (from, to) in sides)
            {
                var within = matrices.Where(m => m.Start >= from && m.Start + m.Length <= to).ToList();
                result.AddRange(within.Select(m => Judge(text, m, from, to, within.Count) with { Name = name ?? introduction }));
            }
        }

        return result;
    }

    /// <summary>The words that introduce a formula: the last sentence before it, when it ends in a colon or does not end at all.</summary>
    public static string? Introduction(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?')
            return null;
        return Clean(SentenceEnd().Split(trimmed)[^1]);
    }

    private static string? NameOf(string text, IReadOnlyList<MatrixReading> matrices, List<(int Start, int End)> sides, string? inherited)
    {
        if (sides.Count < 2)
            return null;
        var (start, end) = sides[0];
        if (matrices.Any(m => m.Start >= start && m.Start < end))
            return null;
        var left = text[start..end].Trim();
        if (left.Length == 0)
            return inherited;
        if (left.Length > 3 * LongestName)
            left = left[^(3 * LongestName)..];
        return Clean(LineLooks.Words(left) > 3 ? AfterProse().Match(left).Value : left);
    }

    private static string? Clean(string text)
    {
        var cleaned = Blanks().Replace(LeadingMark().Replace(text.Trim(), ""), " ").Trim().TrimEnd(':', '=', ',').Trim();
        if (cleaned.Length > LongestName)
            cleaned = cleaned[^LongestName..];
        return cleaned.Length == 0 ? null : cleaned;
    }

    private static MatrixReading Judge(string text, MatrixReading matrix, int from, int to, int count)
    {
        if (count > 1)
            return matrix with { IsValue = false };
        var before = text[from..matrix.Start].Trim();
        var after = text[(matrix.Start + matrix.Length)..to].Trim().TrimEnd('.', ',', ';', ':').Trim();
        if (before.Length == 0 && after.Length == 0)
            return matrix;
        if (after.Length == 0 && Factor(before.TrimEnd('·', '*', '×', ' ')) is { } factor)
            return Scale(matrix, factor);
        if (before.Length == 0 && after[0] is '/' or '·' or '*' or '×' && Factor(after[1..]) is { } divisor)
            return Scale(matrix, after[0] == '/' ? 1 / divisor : divisor);
        var prose = IsProse(before, atEnd: true) && IsProse(after, atEnd: false);
        return matrix with { IsValue = prose };
    }

    /// <summary>A scalar in front, such as <c>(1)/(2)</c>; scalars with names cannot be applied.</summary>
    private static double? Factor(string text) => text.Length == 0 ? null : EntryValue.Parse(text.Trim());

    private static MatrixReading Scale(MatrixReading matrix, double factor)
    {
        if (!double.IsFinite(factor))
            return matrix with { IsValue = false };
        return matrix with { Entries = [.. matrix.Entries.Select(e => e with { Value = e.Value * factor })] };
    }

    /// <summary>Whether what is next to the matrix is a word of a sentence and not a factor.</summary>
    private static bool IsProse(string text, bool atEnd) =>
        text.Length == 0 || (atEnd ? WordAtEnd() : WordAtStart()).IsMatch(text);

    /// <summary>Cuts a part of a text at the separators that stand outside brackets and matrices.</summary>
    private static List<(int Start, int End)> Pieces(
        string text,
        IReadOnlyList<MatrixReading> matrices,
        int from,
        int to,
        Func<string, int, int> separator)
    {
        var pieces = new List<(int, int)>();
        var start = from;
        var depth = 0;
        for (var i = from; i < to;)
        {
            var matrix = matrices.FirstOrDefault(m => m.Start == i);
            if (matrix is not null)
            {
                i += Math.Max(1, matrix.Length);
                continue;
            }

            depth = Math.Max(0, depth + (text[i] is '(' or '{' or '[' ? 1 : text[i] is ')' or '}' or ']' ? -1 : 0));
            var length = depth == 0 ? separator(text, i) : 0;
            if (length > 0)
            {
                pieces.Add((start, i));
                start = i + length;
            }

            i += Math.Max(1, length);
        }

        pieces.Add((start, to));
        return pieces;
    }

    private static int StatementEnd(string text, int at)
    {
        if (text[at] == '⇒' || (text[at] is '\t' or '\n' && !BesideRelation(text, at)))
            return 1;
        if (text[at] is ',' or ';' or ':' or '.' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))
            return 2;
        if (text[at] is ',' or ';' && at > 0 && text[at - 1] == ']')
            return 1;
        foreach (var conjunction in Conjunctions)
        {
            if (string.CompareOrdinal(text, at, conjunction, 0, conjunction.Length) == 0)
                return conjunction.Length;
        }

        return 0;
    }

    /// <summary>Whether a gap is the space around a relation sign.</summary>
    private static bool BesideRelation(string text, int at)
    {
        var before = text[..at].TrimEnd();
        var after = text[at..].TrimStart();
        return (before.Length > 0 && Relation(before, before.Length - 1) > 0) || (after.Length > 0 && Relation(after, 0) > 0);
    }

    private static readonly string[] Conjunctions = [" and ", " und ", " with ", " mit ", " sowie "];

    private static int Relation(string text, int at)
    {
        if (text[at] is '=' or '≈' or '≃' or '≅' or '≡' or '→' or '∝')
            return 1;
        return text[at] == ':' && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 0;
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:[•▪◦‣■○●∙–-]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\))\s+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingMark();

    /// <summary>What follows the last word of a sentence.</summary>
    [GeneratedRegex(@"(?:(?<=\s)|^)(?!\p{L}{3,}(?:\s|$))\S+(?:\s+(?!\p{L}{3,}(?:\s|$))\S+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex AfterProse();

    [GeneratedRegex(@"(?:^|\s)\p{Ll}{2,}[,:]?$|:$", RegexOptions.CultureInvariant)]
    private static partial Regex WordAtEnd();

    [GeneratedRegex(@"^[\p{Ll}(]\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex WordAtStart();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
