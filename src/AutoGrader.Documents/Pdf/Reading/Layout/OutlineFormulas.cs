using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>
/// Finds letters that are drawn as outlines, as MathJax's SVG output does: a person sees them, no text says what they are.
/// </summary>
internal static class OutlineFormulas
{
    private const double LargestGlyph = 40;
    private const int FewestPieces = 8;
    private const double LeastContrast = 0.3;

    /// <summary>
    /// Glyphs farther apart than this, in points, are different formulas: about two letters beside, one line below each other.
    /// </summary>
    private const double NearBeside = 30;
    private const double NearBelow = 14;

    /// <summary>Boxes around formulas drawn as outlines, from top to bottom.</summary>
    public static List<Box> Find(RawPage page)
    {
        var glyphs = page.Shapes.Where(IsGlyph).Select(s => s.Box).Where(b => !page.Images.Any(i => Overlaps(i, b, 0, 0)))
            .OrderBy(b => b.Y).ThenBy(b => b.X).ToList();
        var groups = new List<Box>();
        foreach (var glyph in glyphs)
        {
            var box = glyph;
            for (var grown = true; grown;)
            {
                var near = groups.FindIndex(g => Overlaps(g, box, NearBeside, NearBelow));
                grown = near >= 0;
                if (!grown)
                    continue;
                box = box.Union(groups[near]);
                groups.RemoveAt(near);
            }

            groups.Add(box);
        }

        return [.. groups.OrderBy(g => g.Y).ThenBy(g => g.X)];
    }

    private static bool IsGlyph(RawShape shape)
    {
        var box = shape.Box;
        if (shape.Fill is not { } fill || fill.DistanceTo(new Rgb(1, 1, 1)) < LeastContrast)
            return false;
        if (shape.Clipped || shape.Curves == 0 || shape.Pieces < FewestPieces)
            return false;
        // Bullets of lists are circles; tall brackets between letters are read as brackets.
        var bullet = box.Width < 6 && Math.Abs(box.Width - box.Height) < 0.2 && shape.Pieces <= 20;
        return !bullet
            && box.Width is > 0.5 and < LargestGlyph
            && box.Height is > 0.5 and < LargestGlyph
            && shape.Opening == Opening.Unknown;
    }

    private static bool Overlaps(Box a, Box b, double beside, double below) =>
        a.X - beside < b.Right && a.Right + beside > b.X && a.Y - below < b.Bottom && a.Bottom + below > b.Y;
}
