using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Checks;

/// <summary>A figure of a report.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Caption">The caption found above or below it; <c>null</c> where there is none.</param>
public sealed record Figure(int Page, Box Box, string? Caption);

/// <summary>
/// Finds figures and their captions. A figure is an image; what it shows was not read, so that axis labels and legend within it can only
/// be asked for. A caption is a line near it that begins as captions do.
/// </summary>
public static partial class Figures
{
    // Smaller images are formulas, icons and logos.
    private const double LeastWidth = 100;
    private const double LeastHeight = 60;

    // Two or three lines of text.
    private const double Near = 48;

    /// <summary>The figures of a report, page by page from top to bottom.</summary>
    public static IReadOnlyList<Figure> Find(IReadOnlyList<ReadingRemark> remarks, IReadOnlyList<ReportBlock> blocks)
    {
        var captions = CaptionsOf(blocks);
        return
        [
            .. remarks.Where(r => r.Kind == ReadingRemarkKind.Picture && r.Box is { Width: >= LeastWidth, Height: >= LeastHeight })
                .Select(r => new Figure(r.Page, r.Box!.Value, Nearest(r.Page, r.Box.Value, captions)))
                .OrderBy(f => f.Page).ThenBy(f => f.Box.Y).ThenBy(f => f.Box.X),
        ];
    }

    /// <summary>What to look at again.</summary>
    public static IEnumerable<CheckRemark> Check(IEnumerable<Figure> figures) => figures.Select(f => new CheckRemark(f.Page, TextOf(f)));

    private static LocalizedText TextOf(Figure f) => f.Caption is null
        ? new(
            "A figure without a caption that could be found (a line that begins with “Figure” or “Fig.”). Give it one, and make sure that "
                + "axis labels and a legend are in it: an image cannot be read.",
            "Eine Abbildung, zu der keine Beschriftung gefunden wurde (eine Zeile, die mit „Abbildung“ oder „Abb.“ beginnt). Geben Sie ihr "
                + "eine, und achten Sie auf Achsenbeschriftungen und Legende: Ein Bild kann nicht gelesen werden.")
        : new(
            $"A figure with the caption “{f.Caption}”. Make sure that axis labels and a legend are in it: an image cannot be read.",
            $"Eine Abbildung mit der Beschriftung „{f.Caption}“. Achten Sie auf Achsenbeschriftungen und Legende: Ein Bild kann nicht "
                + "gelesen werden.");

    private static List<(int Page, Box Box, string Text)> CaptionsOf(IReadOnlyList<ReportBlock> blocks) =>
    [
        .. from block in blocks
           from line in block.Lines
           let text = block.Text.Substring(line.Start, Math.Min(line.Length, block.Text.Length - line.Start)).Trim()
           where CaptionStart().IsMatch(text)
           select (line.Page, line.Box, text),
    ];

    private static string? Nearest(int page, Box figure, List<(int Page, Box Box, string Text)> captions) => captions
        .Where(c => c.Page == page && c.Box.X < figure.Right && c.Box.Right > figure.X)
        .Select(c => (c.Text, Distance: c.Box.Y >= figure.Bottom - Near / 2 ? c.Box.Y - figure.Bottom : figure.Y - c.Box.Bottom))
        .Where(c => c.Distance is > -Near / 2 and < Near)
        .OrderBy(c => Math.Abs(c.Distance)).Select(c => c.Text).FirstOrDefault();

    [GeneratedRegex(@"^(?:Figure|Fig\.?|Abbildung|Abb\.?)\s*\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CaptionStart();
}
