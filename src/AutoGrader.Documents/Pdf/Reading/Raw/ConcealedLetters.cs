using AutoGrader.Documents.Pdf.Painting;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>The letters of a page that the order of painting conceals. In doubt a letter shows.</summary>
internal sealed class ConcealedLetters
{
    private const double LeastOpacity = 0.05;
    private const double SmallestCover = 4;

    /// <summary>A page with more areas is a drawing; the uppermost ones are looked at.</summary>
    private const int MostCovers = 2_000;

    /// <summary>How far ink may reach out of a cover, in points: antialiasing shows no more.</summary>
    private const double Rim = 0.5;

    private readonly Dictionary<(string Text, int X, int Y), Queue<Concealment>> _concealed = [];

    private ConcealedLetters()
    {
    }

    public static ConcealedLetters Of(PaintedPage page)
    {
        var found = new ConcealedLetters();
        var covers = page.Items.Select((item, order) => (Area: Cover(item), Order: order))
            .Where(c => c.Area is { Width: > SmallestCover, Height: > SmallestCover }).Select(c => (Area: c.Area!.Value, c.Order))
            .TakeLast(MostCovers).ToList();
        for (var order = 0; order < page.Items.Count; order++)
        {
            if (page.Items[order] is PaintedGlyph glyph && How(glyph, covers, order) is var how and not Concealment.None)
                found.Add(glyph, how);
        }

        return found;
    }

    /// <summary>How a letter is concealed. Each concealed letter is given out once, so that one above it still shows.</summary>
    public Concealment Take(Letter letter)
    {
        if (_concealed.Count == 0)
            return Concealment.None;
        var (x, y) = Cell(letter.StartBaseLine);
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (_concealed.TryGetValue((letter.Value ?? "", x + dx, y + dy), out var queue) && queue.TryDequeue(out var how))
                    return how;
            }
        }

        return Concealment.None;
    }

    private static Concealment How(PaintedGlyph glyph, List<(PdfRectangle Area, int Order)> covers, int order)
    {
        if (glyph.Layer.Opacity < LeastOpacity)
            return Concealment.Transparent;
        if (glyph.Layer.Clip is { } clip && (clip.Bounds is not { } bounds || !Touches(bounds, glyph.Ink)))
            return Concealment.Clipped;
        return covers.Any(c => c.Order > order && Holds(c.Area, glyph.Ink)) ? Concealment.Covered : Concealment.None;
    }

    /// <summary>The area of which nothing below shows.</summary>
    private static PdfRectangle? Cover(PaintedItem item)
    {
        if (!item.Layer.IsOpaque || item.Layer.Clip is { IsBox: false })
            return null;
        return item switch
        {
            PaintedImage { IsFull: true } image => Visible(image.Bounds, image.Layer.Clip),
            PaintedPath { Fill: not null, Path: [var piece] } path when PathBuilder.IsBox(piece) => Visible(path.Bounds, path.Layer.Clip),
            _ => null,
        };
    }

    private static PdfRectangle? Visible(PdfRectangle area, Clipping? clip)
    {
        if (clip is null)
            return area;
        if (clip.Bounds is not { } c)
            return null;
        var (left, bottom) = (Math.Max(area.Left, c.Left), Math.Max(area.Bottom, c.Bottom));
        var (right, top) = (Math.Min(area.Right, c.Right), Math.Min(area.Top, c.Top));
        return left < right && bottom < top ? new PdfRectangle(left, bottom, right, top) : null;
    }

    private static bool Touches(PdfRectangle area, PdfRectangle ink) =>
        ink.Right > area.Left && ink.Left < area.Right && ink.Top > area.Bottom && ink.Bottom < area.Top;

    private static bool Holds(PdfRectangle area, PdfRectangle ink) =>
        ink.Left > area.Left - Rim && ink.Right < area.Right + Rim && ink.Bottom > area.Bottom - Rim && ink.Top < area.Top + Rim;

    private void Add(PaintedGlyph glyph, Concealment how)
    {
        var (x, y) = Cell(glyph.Start);
        if (!_concealed.TryGetValue((glyph.Text, x, y), out var queue))
            _concealed[(glyph.Text, x, y)] = queue = new Queue<Concealment>();
        queue.Enqueue(how);
    }

    private static (int X, int Y) Cell(PdfPoint point) => ((int)Math.Round(point.X * 10), (int)Math.Round(point.Y * 10));
}
