using AutoGrader.Core.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>Converts from the library's coordinates (page turned already, origin bottom left) to those of <see cref="Box"/>.</summary>
internal sealed class PageFrame(Page page)
{
    private const int SubsetPrefixLength = 7;
    private static readonly string[] BoldMarks = ["bold", "black", "heavy", "-medi", "sfbx", "cmbx", "lmbx", "sfsx", "cmssbx", "linlibertineoz",
        "linbiolinumob", "-bd"];

    /// <summary>Width as displayed.</summary>
    public double Width { get; } = page.Width;

    /// <summary>Height as displayed.</summary>
    public double Height { get; } = page.Height;

    /// <summary>A letter with its places.</summary>
    public RawLetter Letter(Letter letter)
    {
        var start = letter.StartBaseLine;
        var end = letter.EndBaseLine;
        var font = FontName(letter.FontName);
        var painted = letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
        return new RawLetter(
            letter.Value ?? "", Rectangle(letter.BoundingBox), start.X, end.X, Height - start.Y, letter.PointSize, font,
            IsBold(letter, font), PdfPigAdapter.Colour(letter.Color), painted);
    }

    /// <summary>An upright box around a rectangle that may be turned.</summary>
    public Box Rectangle(PdfRectangle r)
    {
        var left = Math.Min(Math.Min(r.BottomLeft.X, r.TopRight.X), Math.Min(r.TopLeft.X, r.BottomRight.X));
        var right = Math.Max(Math.Max(r.BottomLeft.X, r.TopRight.X), Math.Max(r.TopLeft.X, r.BottomRight.X));
        var bottom = Math.Min(Math.Min(r.BottomLeft.Y, r.TopRight.Y), Math.Min(r.TopLeft.Y, r.BottomRight.Y));
        var top = Math.Max(Math.Max(r.BottomLeft.Y, r.TopRight.Y), Math.Max(r.TopLeft.Y, r.BottomRight.Y));
        return new Box(left, Height - top, right - left, top - bottom);
    }

    private static bool IsBold(Letter letter, string font) =>
        letter.FontDetails is { IsBold: true } || BoldMarks.Any(m => font.Contains(m, StringComparison.OrdinalIgnoreCase));

    private static string FontName(string? name)
    {
        name ??= "";
        return name.Length > SubsetPrefixLength && name[SubsetPrefixLength - 1] == '+' ? name[SubsetPrefixLength..] : name;
    }
}
