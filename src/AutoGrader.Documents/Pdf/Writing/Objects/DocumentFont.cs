using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>
/// A font as used by one document: collects the characters that are shown and embeds only their glyphs. Every character has a code of
/// its own, so that text can be searched and copied even where several characters share a glyph.
/// </summary>
internal sealed class DocumentFont(PdfFile file, TrueTypeFont font)
{
    private readonly Dictionary<Rune, int> codes = [];
    private readonly List<int> glyphs = [0];
    private readonly List<Rune> characters = [new Rune(0xFFFD)];

    /// <summary>The number of the font's object.</summary>
    public int Number { get; } = file.Reserve();

    /// <summary>The two-byte code of a character shown by a glyph.</summary>
    public int CodeOf(Rune character, int glyph)
    {
        if (!codes.TryGetValue(character, out var code))
        {
            codes.Add(character, code = glyphs.Count);
            glyphs.Add(glyph);
            characters.Add(character);
        }

        return code;
    }

    /// <summary>Writes the font, once everything has been drawn.</summary>
    public void Write()
    {
        var subset = FontSubset.Build(font, glyphs);
        var name = $"{Tag(subset)}+{font.Name}";
        var program = file.AddStream($"/Length1 {subset.Length.ToString(CultureInfo.InvariantCulture)}", subset);
        var box = string.Join(' ', font.Bounds.Select(Scaled));
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
            + $"/Ascent {Scaled(font.Ascent)}/Descent {Scaled(font.Descent)}/CapHeight 729/StemV 80"
            + $"/FontFile2 {PdfSyntax.Reference(program)}>>");
        var widths = string.Join(' ', glyphs.Select(g => Scaled(font.Advance(g))));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {PdfSyntax.Reference(descriptor)}/CIDToGIDMap/Identity/DW 600/W[0[{widths}]]>>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(UnicodeMap()));
        file.Write(
            Number,
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Reference(descendant)}]"
            + $"/ToUnicode {PdfSyntax.Reference(unicode)}>>");
    }

    private string Scaled(int units) => PdfSyntax.Length(1000.0 * units / font.UnitsPerEm);

    /// <summary>The six letters that tell subsets apart, made from the content so that equal subsets have equal names.</summary>
    private static string Tag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)));

    private string UnicodeMap()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            + "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def "
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        // A section holds at most 100 entries.
        foreach (var section in Enumerable.Range(0, characters.Count).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n");
            foreach (var code in section)
                map.Append(CultureInfo.InvariantCulture,
                    $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(characters[code].ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
