using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Text;

/// <summary>The fonts that ship with the program. Read once per process; nothing installed on the machine is used.</summary>
internal static class Fonts
{
    private static readonly Lazy<TrueTypeFont[]> All =
        new(() => [.. new[] { "DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono" }.Select(Load)]);

    /// <summary>What is shown for a character that no font has. The character itself stays in the text of the document.</summary>
    private static readonly Rune Placeholder = new('□');

    public static TrueTypeFont Of(Face face) => All.Value[(int)face];

    /// <summary>Whether some font shows the character.</summary>
    public static bool Show(Rune character) => Of(Face.Regular).GlyphOf(character.Value) != 0;

    /// <summary>The face and glyph that show a character: the wanted face, else the regular one, else a box.</summary>
    public static (Face Face, int Glyph) Find(Face wanted, Rune character)
    {
        var glyph = Of(wanted).GlyphOf(character.Value);
        if (glyph != 0)
            return (wanted, glyph);
        var regular = Of(Face.Regular);
        glyph = regular.GlyphOf(character.Value);
        return (Face.Regular, glyph != 0 ? glyph : regular.GlyphOf(Placeholder.Value));
    }

    /// <summary>The width of a printable text in points.</summary>
    public static double Width(string text, Face face, double size)
    {
        var sum = 0.0;
        foreach (var character in text.EnumerateRunes())
        {
            var (found, glyph) = Find(face, character);
            sum += (double)Of(found).Advance(glyph) / Of(found).UnitsPerEm;
        }

        return sum * size;
    }

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }
}
