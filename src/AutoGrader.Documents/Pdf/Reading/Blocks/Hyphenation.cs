using System.Text.RegularExpressions;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>How the words before and after a line's end belong together.</summary>
internal enum LineJoint
{
    /// <summary>Two words.</summary>
    Blank,

    /// <summary>One word that has no hyphen elsewhere: the hyphen goes.</summary>
    Hyphenated,

    /// <summary>One word with its hyphen.</summary>
    Compound,
}

/// <summary>Decides what a hyphen at a line's end means, by how the words are written elsewhere in the report.</summary>
internal sealed partial class Hyphenation
{
    private static readonly string[] Conjunctions = ["und", "oder", "bzw", "and", "or", "sowie", "als", "to", "bis"];
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _justified;

    /// <summary>Learns the words of a report, except those that a line's end cuts, and whether its lines are justified.</summary>
    public Hyphenation(IReadOnlyList<TextLine> lines)
    {
        _justified = AreJustified(lines);
        var cut = false;
        foreach (var text in lines.Select(l => l.Text.ToString().Trim()))
        {
            var words = Word().Matches(text).Select(m => m.Value).ToList();
            if (cut && words.Count > 0)
                words.RemoveAt(0);
            cut = text.EndsWith('-');
            if (cut && words.Count > 0)
                words.RemoveAt(words.Count - 1);
            _words.UnionWith(words);
        }
    }

    /// <summary>How a line that may end in a hyphen goes on.</summary>
    public LineJoint Joint(string before, string after)
    {
        if (!before.EndsWith('-') && !before.EndsWith('\u00AD'))
            return LineJoint.Blank;
        var first = LastPart().Match(before[..^1]).Value;
        var second = FirstPart().Match(after).Value;
        if (before[^1] == '\u00AD' || (first.Length > 0 && _words.Contains(first + second)))
            return LineJoint.Hyphenated;
        if (first.Length == 0 || second.Length == 0)
            return LineJoint.Blank;
        if (Conjunctions.Contains(second, StringComparer.Ordinal))
            return LineJoint.Blank;
        if (!char.IsLower(second[0]) || _words.Contains($"{first}-{second}"))
            return LineJoint.Compound;
        // Browsers and word processors do not break words unless told to; where they do, lines are justified.
        var bothAreWords = first.Length > 3 && second.Length > 3 && _words.Contains(first) && _words.Contains(second);
        return _justified && !bothAreWords ? LineJoint.Hyphenated : LineJoint.Compound;
    }

    /// <summary>Whether most lines that reach about to the right edge of their column reach exactly to it.</summary>
    private static bool AreJustified(IReadOnlyList<TextLine> lines)
    {
        var (near, exact) = (0, 0);
        foreach (var column in lines.Where(l => !l.Monospaced).GroupBy(l => (l.Page, l.Column.Index)))
        {
            var right = column.Max(l => l.Right);
            near += column.Count(l => l.Right > right - 4 * l.Size);
            exact += column.Count(l => l.Right > right - 0.2 * l.Size);
        }

        return exact > 0.6 * near;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{M}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastPart();

    [GeneratedRegex(@"^[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPart();
}
