using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Tells letters that a person looking at the page sees from those that only a machine would read.</summary>
internal static class HiddenText
{
    private const double SmallestSize = 1.5;
    private const double SmallestContrast = 0.08;

    /// <summary>Areas behind text are rectangles, perhaps with round corners; paths with more pieces are drawings.</summary>
    private const int MostPiecesOfArea = 14;
    private static readonly Rgb White = new(1, 1, 1);

    /// <summary>The visible letters, and the hidden ones with what hides them.</summary>
    public static (List<RawLetter> Visible, List<HiddenLetter> Hidden) Split(RawPage page)
    {
        var areas = page.Shapes
            .Where(s => s is { Fill: not null, Clipped: false, Pieces: <= MostPiecesOfArea } && s.Box.Width > 4 && s.Box.Height > 4)
            .ToList();
        var visible = new List<RawLetter>();
        var hidden = new List<HiddenLetter>();
        foreach (var letter in page.Letters)
        {
            if (How(letter, page.Size, areas, page.Images) is { } how)
                hidden.Add(new HiddenLetter(letter, how));
            else
                visible.Add(letter);
        }

        return (visible, hidden);
    }

    private static HiddenBy? How(RawLetter letter, PageSize size, List<RawShape> areas, IReadOnlyList<Box> images)
    {
        if (string.IsNullOrWhiteSpace(letter.Text))
            return null;
        if (!letter.Painted)
            return HiddenBy.RenderingMode;
        if (letter.Size < SmallestSize)
            return HiddenBy.Size;
        if (IsOutside(letter, size))
            return HiddenBy.PageEdge;
        if (letter.Concealed != Concealment.None)
            return letter.Concealed switch
            {
                Concealment.Covered => HiddenBy.Cover,
                Concealment.Transparent => HiddenBy.Transparency,
                _ => HiddenBy.Clipping,
            };
        // Before an image any colour may show. A colour that is a pattern or unknown shows, too.
        return letter.Colour is { } colour && !images.Any(i => Holds(i, letter)) &&
            colour.DistanceTo(Background(letter, areas)) < SmallestContrast ? HiddenBy.Colour : null;
    }

    private static bool IsOutside(RawLetter letter, PageSize size) =>
        letter.Right < 0 || letter.Left > size.Width || letter.Baseline < 0 || letter.Baseline - letter.Size * 0.7 > size.Height;

    /// <summary>The colour of the last area painted around the letter. The order of text and areas among each other is not known.</summary>
    private static Rgb Background(RawLetter letter, List<RawShape> areas)
    {
        for (var i = areas.Count - 1; i >= 0; i--)
        {
            if (Holds(areas[i].Box, letter))
                return areas[i].Fill!.Value;
        }

        return White;
    }

    private static bool Holds(Box box, RawLetter letter)
    {
        var x = (letter.Left + letter.Right) / 2;
        var y = letter.Baseline - letter.Size * 0.3;
        return x >= box.X && x <= box.Right && y >= box.Y && y <= box.Bottom;
    }
}
