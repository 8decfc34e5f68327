using System.Globalization;
using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Page headers, footers and page numbers: what stands at the edge of pages and is no part of the report's text.</summary>
internal static partial class MarginLines
{
    private const double Margin = 0.1;
    private const double OutermostMargin = 0.055;
    private const double WideMargin = 0.25;

    /// <summary>The least distance between text and foot, in heights of the foot.</summary>
    private const double Apart = 1.5;

    /// <summary>The lines without those of the margins.</summary>
    public static List<TextLine> Drop(IReadOnlyList<TextLine> lines, IReadOnlyList<PageSize> pages)
    {
        var repeated = lines.Where(l => InMargin(l, pages[l.Page - 1], Margin))
            .GroupBy(l => (Shape(l), Band: (int)Math.Round(l.Baseline / 6)))
            .Where(g => g.Select(l => l.Page).Distinct().Count() > 1)
            .Select(g => g.Key).ToHashSet();
        return [.. lines.Where(l => !IsMarginLine(l, pages[l.Page - 1], lines, repeated))];
    }

    private static bool IsMarginLine(TextLine line, PageSize page, IReadOnlyList<TextLine> lines, HashSet<(string, int)> repeated)
    {
        if (IsFoot(line, page, lines))
            return true;
        if (!InMargin(line, page, Margin))
            return false;
        var text = line.Text.ToString().Trim();
        return repeated.Contains((Shape(line), (int)Math.Round(line.Baseline / 6)))
            || (IsOutermost(line, lines) && PageNumber().IsMatch(text))
            || (InMargin(line, page, OutermostMargin) && BrowserLine().IsMatch(text));
    }

    /// <summary>
    /// The last line of a page, apart from the others, that ends in this page's own number. Wide margins and the only page of a report need
    /// this: there nothing else tells a foot from text.
    /// </summary>
    private static bool IsFoot(TextLine line, PageSize page, IReadOnlyList<TextLine> lines)
    {
        if (line.Box.Y < page.Height * (1 - WideMargin))
            return false;
        var number = EndingNumber().Match(line.Text.ToString().Trim());
        return number.Groups["number"].Value == line.Page.ToString(CultureInfo.InvariantCulture)
            && lines.All(l => l.Page != line.Page || l == line || l.Box.Bottom < line.Box.Y - Apart * line.Box.Height);
    }

    private static bool IsOutermost(TextLine line, IReadOnlyList<TextLine> lines)
    {
        var others = lines.Where(l => l.Page == line.Page && l != line).ToList();
        return others.All(l => l.Baseline > line.Baseline + 1) || others.All(l => l.Baseline < line.Baseline - 1);
    }

    private static bool InMargin(TextLine line, PageSize page, double share) =>
        line.Box.Bottom < page.Height * share || line.Box.Y > page.Height * (1 - share);

    private static string Shape(TextLine line) => Digits().Replace(line.Text.ToString(), "#");

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^[-–—\s]*(?:(?:page|seite|p\.|s\.)\s*)?\d{1,3}(?:\s*(?:/|of|von)\s*\d{1,3})?[-–—\s]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^(?:.*\b(?:page|seite|p\.|s\.)\s*|[-–—\s]*)(?<number>\d{1,3})(?:\s*(?:/|of|von)\s*\d{1,3})?[-–—\s]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndingNumber();

    /// <summary>What browsers print: date with the document's title above, address with page number below.</summary>
    [GeneratedRegex(
        @"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}|^(?:file|https?)://|\s\d{1,3}/\d{1,3}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BrowserLine();
}
