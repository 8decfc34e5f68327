using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;
using AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

namespace AutoGrader.Tests.Documents.Pdf.Reading.Raw.Outlines;

public sealed class OutlineLettersTests
{
    private static readonly IReadOnlyList<OutlineGlyph> Alphabet = [.. OutlineAlphabet.WithAspect(1, 1e6)];

    [Fact]
    public void Digits_and_signs_of_numbers_differ_more_than_drawings_of_one_glyph()
    {
        var signs = Alphabet
            .Where(g => g.Font is "MathJax_Main" or "NewCM-Math")
            .Where(g => "0123456789.,-−/".Contains(g.Text, StringComparison.Ordinal))
            .ToList();
        Assert.True(signs.Count >= 26);
        foreach (var a in signs)
        {
            foreach (var b in signs.Where(b => b.Text != a.Text && Math.Abs(b.Shape.Aspect / a.Shape.Aspect - 1) < 0.05))
                Assert.True(a.Shape.DistanceTo(b.Shape, most: 0.04) is null, $"{a.Text} and {b.Text}");
        }
    }

    [Fact]
    public void Letters_are_read_with_size_and_baseline()
    {
        var (letters, others) = OutlineLetters.Split([.. Drawn("Q=0.5", size: 12, x: 100, baseline: 200)]);
        Assert.Equal("Q=0.5", string.Concat(letters.Select(l => l.Text)));
        Assert.Empty(others);
        Assert.All(letters, l => Assert.Equal(12, l.Size, 0.1));
        Assert.All(letters, l => Assert.Equal(200, l.Baseline, 0.1));
        Assert.All(letters, l => Assert.False(l.Guessed));
    }

    [Fact]
    public void A_shape_of_no_known_glyph_among_letters_makes_them_guesses()
    {
        var blot = new RawShape(new Box(118, 198, 2, 2), new Rgb(0, 0, 0), 4, 6, Opening.Unknown, false)
        {
            Glyph = Shape("M0 0L1000 0L0 1000L900 900L100 1000Z"),
        };
        var (letters, others) = OutlineLetters.Split([.. Drawn("Q=05", size: 12, x: 100, baseline: 200), blot]);
        Assert.Same(blot, Assert.Single(others));
        Assert.All(letters, l => Assert.True(l.Guessed));
    }

    [Fact]
    public void Dots_and_bars_of_a_chart_are_no_letters()
    {
        var chart = Enumerable.Range(0, 40)
            .SelectMany(i => Drawn(i % 2 == 0 ? "." : "−", size: 30, x: 50 + 7 * i, baseline: 100 + i))
            .ToList();
        var (letters, others) = OutlineLetters.Split(chart);
        Assert.Empty(letters);
        Assert.Equal(chart, others);
    }

    [Fact]
    public void Signs_of_one_shape_are_told_apart_by_their_baseline()
    {
        var (letters, _) = OutlineLetters.Split(
            [.. Drawn("23.4", size: 10, x: 100, baseline: 200), .. Drawn("23·4", size: 10, x: 100, baseline: 300)]);
        Assert.Equal("23.423·4", string.Concat(letters.Select(l => l.Text)));
    }

    /// <summary>The shapes that a program paints for a text in MathJax's font.</summary>
    private static IEnumerable<RawShape> Drawn(string text, double size, double x, double baseline)
    {
        foreach (var c in text)
        {
            var glyph = Alphabet.First(g => g.Font == "MathJax_Main" && g.Text == c.ToString());
            var height = glyph.Height * size;
            var box = new Box(
                x + glyph.Left * size, baseline - glyph.Bottom * size - height, height * glyph.Shape.Aspect, height);
            yield return new RawShape(box, new Rgb(0, 0, 0), 12, 14, Opening.Unknown, false) { Glyph = glyph.Shape };
            x += glyph.Advance * size;
        }
    }

    private static GlyphShape Shape(string path) => GlyphShape.Of(SvgPath.Contours(path))!;
}
