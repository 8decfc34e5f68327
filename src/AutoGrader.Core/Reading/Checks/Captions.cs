using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Checks;

/// <summary>The captions of a report: lines that begin as captions do.</summary>
internal sealed partial class Captions
{
    // Two or three lines of text.
    private const double Near = 48;

    private readonly List<Line> _lines;

    public Captions(IEnumerable<ReportBlock> blocks) => _lines =
    [
        .. from block in blocks
           from line in block.Lines
           let text = block.Text.Substring(line.Start, Math.Min(line.Length, block.Text.Length - line.Start)).Trim()
           where text.Length > 0
           select new Line(line.Page, line.Box, text, Start().IsMatch(text)),
    ];

    /// <summary>The caption of a figure, above or below it; <c>null</c> where none stands there.</summary>
    public string? Of(int page, Box figure) => Nearest(page, figure)?.Text;

    /// <summary>Whether something else may be the caption: one that is no figure's of these, or a line set as captions are.</summary>
    public bool MayStand(int page, Box figure, IReadOnlyCollection<Box> figuresOfPage)
    {
        var taken = figuresOfPage.Select(f => Nearest(page, f)).ToHashSet();
        return _lines.Exists(l => l.Page == page
            && ((l.IsCaption && !taken.Contains(l)) || IsCentredBelow(l.Box, figure)));
    }

    private Line? Nearest(int page, Box figure) => _lines
        .Where(l => l.IsCaption && l.Page == page && l.Box.X < figure.Right && l.Box.Right > figure.X)
        .Select(l => (Line: l, Distance: l.Box.Y >= figure.Bottom - Near / 2 ? l.Box.Y - figure.Bottom : figure.Y - l.Box.Bottom))
        .Where(l => l.Distance is > -Near / 2 and < Near)
        .OrderBy(l => Math.Abs(l.Distance)).Select(l => l.Line).FirstOrDefault();

    private static bool IsCentredBelow(Box line, Box figure)
    {
        var offset = line.X + line.Width / 2 - (figure.X + figure.Width / 2);
        return line.Y > figure.Bottom - 1 && line.Y < figure.Bottom + Near && line.Width < figure.Width
            && Math.Abs(offset) < 0.1 * figure.Width;
    }

    private sealed record Line(int Page, Box Box, string Text, bool IsCaption);

    [GeneratedRegex(
        @"^(?:Figure|Fig\.?|Abbildung|Abb\.?|Plot|Diagramm?|Chart|Graph|Grafik|Bild)\s*(?:[A-Z]?\.?[0-9]|:)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
