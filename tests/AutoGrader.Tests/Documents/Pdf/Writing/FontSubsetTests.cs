using AutoGrader.Documents.Pdf.Writing.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using OurFont = AutoGrader.Documents.Pdf.Writing.Text.TrueTypeFont;
using TrueTypeFont = UglyToad.PdfPig.Fonts.TrueType.TrueTypeFont;

namespace AutoGrader.Tests.Documents.Pdf.Writing;

public sealed class FontSubsetTests
{
    // ü is composed of two other glyphs in DejaVu Sans, H is not; the blank has no outline.
    [Theory]
    [InlineData(Face.Regular)]
    [InlineData(Face.Bold)]
    [InlineData(Face.Mono)]
    internal void Build_SimpleComposedAndEmptyGlyphs_KeepTheirShapeAndWidth(Face face)
    {
        var font = Fonts.Of(face);
        int[] glyphs = [0, .. "Hü √".Select(c => font.GlyphOf(c))];
        var subset = Parse(FontSubset.Build(font, glyphs));
        var original = Parse(Whole(font));
        for (var i = 0; i < glyphs.Length; i++)
        {
            var (expected, actual) = (original.TableRegister.HorizontalMetricsTable, subset.TableRegister.HorizontalMetricsTable);
            Assert.Equal(expected.GetAdvanceWidth(glyphs[i]), actual.GetAdvanceWidth(i));
            Assert.Equal(Outline(original, glyphs[i]), Outline(subset, i));
        }
    }

    private static string Outline(TrueTypeFont font, int glyph) =>
        font.TryGetPath(glyph, code => code, out var path) ? string.Join('\n', path.SelectMany(p => p.Commands)) : "";

    private static TrueTypeFont Parse(byte[] font) => TrueTypeFontParser.Parse(new TrueTypeDataBytes(font));

    private static byte[] Whole(OurFont font)
    {
        using var stream = typeof(OurFont).Assembly.GetManifestResourceStream(font.Name + ".ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
