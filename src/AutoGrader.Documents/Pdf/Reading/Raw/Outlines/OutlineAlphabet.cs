using System.Globalization;

namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>A glyph of a font whose outlines are known.</summary>
/// <param name="Text">What it stands for.</param>
/// <param name="Font">The font's name.</param>
/// <param name="Advance">How far it moves the pen, in ems.</param>
/// <param name="Left">Where its ink begins, in ems from the pen.</param>
/// <param name="Bottom">Where its ink ends below, in ems above the baseline.</param>
/// <param name="Height">The height of its ink in ems.</param>
/// <param name="Shape">What it looks like.</param>
internal sealed record OutlineGlyph(
    string Text, string Font, double Advance, double Left, double Bottom, double Height, GlyphShape Shape);

/// <summary>The glyphs of fonts whose outlines programs draw as paths. Loaded when the first such path is met.</summary>
internal static class OutlineAlphabet
{
    private const double Unit = 1000;

    private static readonly Lazy<IReadOnlyList<OutlineGlyph>> ByAspect =
        new(() => [.. Load().OrderBy(g => g.Shape.Aspect)]);

    /// <summary>The glyphs with about these proportions.</summary>
    /// <param name="aspect">Width by height.</param>
    /// <param name="slack">Largest difference as a share of the aspect.</param>
    public static IEnumerable<OutlineGlyph> WithAspect(double aspect, double slack)
    {
        var glyphs = ByAspect.Value;
        var (from, to) = (aspect / (1 + slack), aspect * (1 + slack));
        var (low, high) = (0, glyphs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = glyphs[middle].Shape.Aspect < from ? (middle + 1, high) : (low, middle);
        }

        for (; low < glyphs.Count && glyphs[low].Shape.Aspect <= to; low++)
            yield return glyphs[low];
    }

    private static IEnumerable<OutlineGlyph> Load()
    {
        using var stream = typeof(OutlineAlphabet).Assembly.GetManifestResourceStream("outlines.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && Read(line.Split('\t')) is { } glyph)
                yield return glyph;
        }
    }

    private static OutlineGlyph? Read(string[] columns)
    {
        var contours = SvgPath.Contours(columns[3]);
        if (GlyphShape.Of(contours) is not { } shape)
            return null;
        var points = contours.SelectMany(c => c).ToList();
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        return new OutlineGlyph(
            char.ConvertFromUtf32(int.Parse(columns[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            columns[0],
            double.Parse(columns[2], CultureInfo.InvariantCulture) / Unit,
            points.Min(p => p.X) / Unit,
            -bottom / Unit,
            (bottom - top) / Unit,
            shape);
    }
}
