namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>
/// Recognises letters that are drawn as paths, as MathJax's SVG output does, by comparing their shapes with those of known fonts. The shape
/// alone does not settle a letter (a minus is a bar, a full stop a disc, <c>o</c> looks like <c>O</c>): its size must be one that the page
/// is written in, and its baseline shared by a neighbour where shapes leave a choice.
/// </summary>
internal static class OutlineLetters
{
    /// <summary>Farther apart, two shapes are different glyphs. Drawings of one glyph differ by rounding, by less than 0.005.</summary>
    private const double SameGlyph = 0.02;

    /// <summary>Two glyphs as close as this are told apart by size and baseline, not by shape.</summary>
    private const double SameLook = 0.008;
    private const double AspectSlack = 0.05;
    private const double SizeSlack = 0.06;
    private const double BaselineSlack = 0.08;

    private const double StrokeWidth = 1;

    /// <summary>How many distinctive glyphs of one size make it a size of writing, not a coincidence in a drawing.</summary>
    private const int FewestOfSize = 3;

    /// <summary>A glyph with fewer pieces is a bar, a disc or a box, which drawings have too.</summary>
    private const int DistinctivePieces = 8;

    /// <summary>Sizes of scripts and of scripts of scripts beside the size of their line.</summary>
    private static readonly double[] ScriptSizes = [1, 0.7071, 0.5];

    /// <summary>The letters among the shapes of a page, and the shapes that are none.</summary>
    public static (IReadOnlyList<RawLetter> Letters, IReadOnlyList<RawShape> Others) Split(IReadOnlyList<RawShape> shapes)
    {
        var drawn = shapes.Where(s => s.Glyph is not null).Select(Candidates).Where(d => d.Readings.Count > 0).ToList();
        var sizes = SizesOfWriting(drawn);
        if (sizes.Count == 0)
            return ([], shapes);
        var baselines = drawn.Where(d => d.IsDistinctive).Select(d => d.Readings[0]).Where(r => IsWritten(r, sizes)).ToList();
        var letters = new Dictionary<RawShape, RawLetter>(ReferenceEqualityComparer.Instance);
        foreach (var glyph in drawn)
        {
            if (Settle(glyph, sizes, baselines) is { } reading)
                letters[glyph.Shape] = Letter(reading, glyph.Shape, sizes.MinBy(s => Math.Abs(s - reading.Size)));
        }

        var others = shapes.Where(s => !letters.ContainsKey(s) && !letters.Keys.Any(l => IsStrokeOf(s, l))).ToList();
        // A point that is missed makes another number: then no letter around it is sure.
        var missed = others.Where(o => letters.Values.Any(l => IsPartOfWriting(o, l))).ToList();
        return (
            [.. shapes.Where(letters.ContainsKey).Select(s => letters[s] with { Guessed = missed.Count > 0 })],
            others);
    }

    /// <summary>Whether a shape that is no known glyph stands among the letters, as large as one of them or smaller.</summary>
    private static bool IsPartOfWriting(RawShape other, RawLetter letter) =>
        other is { Glyph: not null, Curves: > 0 }
        && Math.Max(other.Box.Width, other.Box.Height) < letter.Size
        && other.Box.X < letter.Ink.Right + letter.Size / 2
        && other.Box.Right > letter.Ink.X - letter.Size / 2
        && other.Box.Y < letter.Ink.Bottom + letter.Size / 4
        && other.Box.Bottom > letter.Ink.Y - letter.Size / 4;

    /// <summary>Whether a shape is the edge of a filled letter, which browsers draw as a path of its own.</summary>
    private static bool IsStrokeOf(RawShape edge, RawShape letter) =>
        edge.Fill is null
        && edge.Pieces == letter.Pieces
        && Math.Abs(edge.Box.X - letter.Box.X) < StrokeWidth
        && Math.Abs(edge.Box.Y - letter.Box.Y) < StrokeWidth
        && Math.Abs(edge.Box.Right - letter.Box.Right) < StrokeWidth
        && Math.Abs(edge.Box.Bottom - letter.Box.Bottom) < StrokeWidth;

    private static DrawnGlyph Candidates(RawShape shape)
    {
        var readings = OutlineAlphabet.WithAspect(shape.Glyph!.Aspect, AspectSlack)
            .Select(g => (Glyph: g, Distance: shape.Glyph.DistanceTo(g.Shape, SameGlyph)))
            .Where(r => r.Distance is not null)
            .Select(r => new GlyphReading(r.Glyph, r.Distance!.Value, shape.Box))
            .OrderBy(r => r.Distance)
            .ToList();
        return new DrawnGlyph(shape, [.. readings.Where(r => r.Distance <= readings[0].Distance + SameLook)]);
    }

    /// <summary>The sizes that several different glyphs agree on, scripts included; one for what differs by rounding only.</summary>
    private static List<double> SizesOfWriting(List<DrawnGlyph> drawn)
    {
        var certain = drawn.Where(d => d.IsDistinctive).Select(d => d.Readings[0])
            .DistinctBy(r => (r.Glyph.Text, Math.Round(r.Size, 1))).ToList();
        var sizes = new List<double>();
        foreach (var reading in certain)
        {
            var alike = certain.Where(o => IsSameSize(reading.Size, o.Size)).DistinctBy(o => o.Glyph.Text).Count();
            foreach (var size in ScriptSizes.Select(factor => reading.Size * factor).Where(_ => alike >= FewestOfSize))
            {
                if (!sizes.Exists(s => IsSameSize(s, size)))
                    sizes.Add(size);
            }
        }

        return sizes;
    }

    private static GlyphReading? Settle(DrawnGlyph glyph, List<double> sizes, List<GlyphReading> baselines)
    {
        var written = glyph.Readings.Where(r => IsWritten(r, sizes)).ToList();
        return written.Select(r => r.Glyph.Text).Distinct(StringComparer.Ordinal).Count() <= 1
            ? written.FirstOrDefault()
            : written.OrderBy(r => baselines.Any(r.SharesBaselineWith) ? 0 : 1).ThenBy(r => r.Distance).First();
    }

    private static bool IsWritten(GlyphReading reading, List<double> sizes) => sizes.Any(size => IsSameSize(size, reading.Size));

    private static bool IsSameSize(double a, double b) => Math.Abs(Math.Log(a / b)) < SizeSlack;

    private static RawLetter Letter(GlyphReading reading, RawShape shape, double size)
    {
        var left = shape.Box.X - reading.Glyph.Left * reading.Size;
        return new RawLetter(
            reading.Glyph.Text,
            shape.Box,
            left,
            left + reading.Glyph.Advance * reading.Size,
            reading.Baseline,
            size,
            reading.Glyph.Font,
            reading.Glyph.Font.EndsWith("Bold", StringComparison.Ordinal),
            shape.Fill,
            Painted: true);
    }

    /// <summary>A path with the glyphs it may be, the most alike first.</summary>
    private sealed record DrawnGlyph(RawShape Shape, IReadOnlyList<GlyphReading> Readings)
    {
        public bool IsDistinctive { get; } = Shape is { Curves: > 0, Pieces: >= DistinctivePieces }
            && Readings.Select(r => r.Glyph.Text).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    /// <summary>A path taken for a glyph.</summary>
    private sealed record GlyphReading(OutlineGlyph Glyph, double Distance, Core.Reading.Box Box)
    {
        public double Size { get; } = Box.Height / Glyph.Height;

        public double Baseline => Box.Bottom + Glyph.Bottom * Size;

        public bool SharesBaselineWith(GlyphReading other) =>
            other.Box != Box
            && Math.Abs(Baseline - other.Baseline) < BaselineSlack * Size
            && Math.Max(other.Box.X - Box.Right, Box.X - other.Box.Right) < 3 * Size;
    }
}
