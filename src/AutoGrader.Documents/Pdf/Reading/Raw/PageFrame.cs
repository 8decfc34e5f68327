using System.Globalization;
using AutoGrader.Core.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>
/// Converts from the library's coordinates (page rotated and cropped already, origin bottom left) to those of the page as it is read.
/// </summary>
internal sealed class PageFrame
{
    private const int SubsetPrefixLength = 7;
    private static readonly string[] BoldMarks =
    [
        "bold", "black", "heavy", "-medi", "sfbx", "cmbx", "lmbx", "sfsx", "cmssbx", "linlibertineoz", "linbiolinumob", "-bd",
    ];

    public PageFrame(Page page)
    {
        var direction = page.Letters
            .GroupBy(DirectionOf)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefault() ?? TextDirection.Right;
        Turn = new PageTurn(direction, new Core.Reading.PageSize(page.Width, page.Height));
    }

    /// <summary>How the page is turned for reading.</summary>
    public PageTurn Turn { get; }

    /// <summary>Whether a letter runs as most of its page do.</summary>
    public bool IsStraight(Letter letter) => DirectionOf(letter) == Turn.Direction;

    /// <summary>A letter with its places.</summary>
    public RawLetter Letter(Letter letter)
    {
        var start = Turn.ToReading(letter.StartBaseLine.X, letter.StartBaseLine.Y);
        var end = Turn.ToReading(letter.EndBaseLine.X, letter.EndBaseLine.Y);
        var font = FontName(letter);
        var painted = letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
        return new RawLetter(
            letter.Value ?? "", Rectangle(letter.BoundingBox), start.X, end.X, start.Y, letter.PointSize, font,
            IsBold(letter, font), PdfPigAdapter.Colour(letter.Color), painted);
    }

    /// <summary>An upright box around a rectangle that may be turned.</summary>
    public Box Rectangle(PdfRectangle r)
    {
        PdfPoint[] corners = [r.BottomLeft, r.BottomRight, r.TopLeft, r.TopRight];
        var points = corners.Select(c => Turn.ToReading(c.X, c.Y)).ToList();
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        return new Box(left, top, points.Max(p => p.X) - left, points.Max(p => p.Y) - top);
    }

    /// <summary>The direction of a letter's baseline; <c>null</c> where it is slanted or has no length.</summary>
    private static TextDirection? DirectionOf(Letter letter)
    {
        var (dx, dy) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        if (dx == 0 && dy == 0)
            return letter.TextOrientation == TextOrientation.Horizontal ? TextDirection.Right : null;
        if (Math.Abs(dy) < 0.05 * Math.Abs(dx))
            return dx > 0 ? TextDirection.Right : TextDirection.Left;
        return Math.Abs(dx) < 0.05 * Math.Abs(dy) ? dy > 0 ? TextDirection.Up : TextDirection.Down : null;
    }

    private static bool IsBold(Letter letter, string font) =>
        letter.FontDetails is { IsBold: true } || BoldMarks.Any(m => font.Contains(m, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without subset prefix. Fonts of type 3 have none of their own, so that their object tells them apart.</summary>
    private static string FontName(Letter letter)
    {
        var name = letter.FontName ?? "";
        if (letter.GetFont() is IType3Font && letter.FontDetails?.FontDictionaryReference is { } reference)
            return string.Create(CultureInfo.InvariantCulture, $"{name}-{reference.ObjectNumber}");
        return name.Length > SubsetPrefixLength && name[SubsetPrefixLength - 1] == '+' ? name[SubsetPrefixLength..] : name;
    }
}
