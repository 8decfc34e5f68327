using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>What a single line looks like, seen among the lines of its report.</summary>
internal sealed partial class LineLooks
{
    private const double LargerThanBody = 1.08;
    private const int LongestHeading = 160;
    private const int FewestJustified = 4;
    private const double Typewritten = 0.95;
    private readonly double _bodySize;
    private readonly Dictionary<(int Page, int Column), (double Left, double Right)> _columns;

    public LineLooks(IReadOnlyList<TextLine> lines)
    {
        _bodySize = lines
            .GroupBy(l => Math.Round(l.Size, 1))
            .OrderByDescending(g => g.Sum(l => l.Text.Length))
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefault(10);
        IsTypewritten = lines.Where(l => l.Monospaced).Sum(l => l.Text.Length) > Typewritten * lines.Sum(l => l.Text.Length);
        _columns = lines.GroupBy(l => (l.Page, l.Column.Index)).ToDictionary(g => g.Key, g => Edges([.. g]));
    }

    /// <summary>
    /// Whether a plain text was printed: all of it is in a typewriter font, which then says nothing about a line, and its author broke
    /// lines.
    /// </summary>
    public bool IsTypewritten { get; }

    /// <summary>The text edges of the column a line stands in.</summary>
    public (double Left, double Right) Edges(TextLine line) => _columns[(line.Page, line.Column.Index)];

    private (double Left, double Right) Edges(List<TextLine> lines)
    {
        var body = lines.Where(l => !l.Monospaced && Math.Abs(l.Size - _bodySize) < 0.1 * _bodySize).ToList();
        return body.Count == 0 ? (lines.Min(l => l.Left), lines.Max(l => l.Right)) : (body.Min(l => l.Left), RightEdge(body));
    }

    /// <summary>Where justified lines end, even if a formula sticks out; else where the longest line ends.</summary>
    private static double RightEdge(List<TextLine> body)
    {
        var edge = body.GroupBy(l => Math.Round(l.Right)).MaxBy(g => g.Count())!;
        return edge.Count() >= Math.Max(FewestJustified, body.Count / 4) ? edge.Max(l => l.Right) : body.Max(l => l.Right);
    }

    /// <summary>The kind of block a line could be a part of.</summary>
    public BlockKind KindOf(TextLine line)
    {
        var text = line.Text.ToString().Trim();
        var listed = ListMark().IsMatch(text) && !line.Atoms[0].Monospaced;
        if (line.Monospaced && !listed && !(IsTypewritten && IsText(text)))
            return BlockKind.Code;
        if (IsFormula(line, text))
            return BlockKind.Formula;
        if (IsHeading(line, text))
            return BlockKind.Heading;
        return listed || ListMark().IsMatch(text) ? BlockKind.ListItem : BlockKind.Paragraph;
    }

    /// <summary>What is no row of a printed matrix.</summary>
    private static bool IsText(string text) =>
        NumberAlone().IsMatch(text) || (text.Any(char.IsLetter) && text.Count(c => c == '[') == text.Count(c => c == ']'));

    private bool IsHeading(TextLine line, string text)
    {
        if (text.Length > LongestHeading || !text.Any(char.IsLetterOrDigit))
            return false;
        return line.Size > _bodySize * LargerThanBody || line.Bold || NumberAlone().IsMatch(text);
    }

    /// <summary>A formula stands apart: it has a relation or a matrix, next to no words, and does not begin where text begins.</summary>
    private bool IsFormula(TextLine line, string text)
    {
        if (line.Atoms.Any(a => a.Unknown) && !text.Contains('='))
            return false;
        var words = Words(text);
        var indented = line.Left - Edges(line).Left > line.Size;
        if (line.Text.Matrices.Count > 0)
            return words <= 3;
        return indented && words <= 1 && Relation().IsMatch(text) && !ListMark().IsMatch(text);
    }

    /// <summary>Whether a text is nothing but the mark of a list item.</summary>
    public static bool IsListMark(string text) => ListMark().IsMatch(text.Trim() + " x");

    /// <summary>How many words of prose a line has; names of functions are none.</summary>
    public static int Words(string text) =>
        Word().Matches(text).Count(m => !FunctionNames.Contains(m.Value, StringComparer.OrdinalIgnoreCase));

    private static readonly string[] FunctionNames =
    [
        "softmax", "output", "exp", "lim", "max", "min", "sqrt", "diag", "score", "scores", "attention", "att", "out", "log", "tanh",
        "ausgabe", "scaled",
    ];

    [GeneratedRegex(@"(?<![\\\p{L}_^{])\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[=≈∈≤≥<>→∝≠≡≃⇒↦]", RegexOptions.CultureInvariant)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^(?:[•▪◦‣■○●∙·*–—-]|\(?\d{1,2}[.)]|\(?[a-hA-H]\)|\(?[ivx]{1,4}\))\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^\(?\d{1,2}(?:\.\d{1,2})*[.):]?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAlone();
}
