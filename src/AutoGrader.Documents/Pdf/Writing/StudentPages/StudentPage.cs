using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing.Objects;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>A page of the student's report with what it inherits from the page tree.</summary>
/// <param name="Dictionary">The page's dictionary; inherited entries are filled in.</param>
/// <param name="Left">Left edge of the visible part, in the page's own coordinates (y upwards, not rotated).</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Rotation">Clockwise rotation at which it is displayed: 0, 90, 180 or 270.</param>
internal sealed record StudentPage(DictionaryToken Dictionary, double Left, double Bottom, double Right, double Top, int Rotation)
{
    /// <summary>The height at which it is displayed.</summary>
    public double Height => Rotation is 90 or 270 ? Right - Left : Top - Bottom;

    /// <summary>The width at which it is displayed.</summary>
    public double Width => Rotation is 90 or 270 ? Top - Bottom : Right - Left;

    /// <summary>The matrix from the page as displayed (origin bottom left, y upwards) to the page's own coordinates.</summary>
    public string FromDisplay => Rotation switch
    {
        90 => PdfSyntax.Lengths(0, 1, -1, 0, Right, Bottom),
        180 => PdfSyntax.Lengths(-1, 0, 0, -1, Right, Top),
        270 => PdfSyntax.Lengths(0, -1, 1, 0, Left, Top),
        _ => PdfSyntax.Lengths(1, 0, 0, 1, Left, Bottom),
    };

    /// <summary>
    /// How far a box as displayed stands inside another one, in the page's own coordinates: at the left, top, right, bottom.
    /// </summary>
    public string Differences(Box outer, Box inner)
    {
        var (left, top, right, bottom) = (inner.X - outer.X, inner.Y - outer.Y, outer.Right - inner.Right, outer.Bottom - inner.Bottom);
        return Rotation switch
        {
            90 => PdfSyntax.Lengths(top, right, bottom, left),
            180 => PdfSyntax.Lengths(right, bottom, left, top),
            270 => PdfSyntax.Lengths(bottom, left, top, right),
            _ => PdfSyntax.Lengths(left, top, right, bottom),
        };
    }

    /// <summary>A box of the page as displayed (origin top left) in the page's own coordinates: left, bottom, right, top.</summary>
    public string ToOwnCoordinates(Box box) => Rotation switch
    {
        90 => PdfSyntax.Lengths(Left + box.Y, Bottom + box.X, Left + box.Bottom, Bottom + box.Right),
        180 => PdfSyntax.Lengths(Right - box.Right, Bottom + box.Y, Right - box.X, Bottom + box.Bottom),
        270 => PdfSyntax.Lengths(Right - box.Bottom, Top - box.Right, Right - box.Y, Top - box.X),
        _ => PdfSyntax.Lengths(Left + box.X, Top - box.Bottom, Left + box.Right, Top - box.Y),
    };
}
