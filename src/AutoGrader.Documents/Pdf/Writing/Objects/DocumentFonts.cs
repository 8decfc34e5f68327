using System.Globalization;
using System.Text;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>The fonts of one document. Only those that are used are written.</summary>
internal sealed class DocumentFonts(PdfFile file)
{
    private readonly SortedDictionary<Face, DocumentFont> used = [];

    public static string ResourceName(Face face) => string.Create(CultureInfo.InvariantCulture, $"F{(int)face}");

    /// <summary>The codes of a text, in pieces of one face each.</summary>
    public IEnumerable<(Face Face, string Codes)> Encode(string text, Face face)
    {
        var codes = new StringBuilder();
        var current = face;
        foreach (var character in text.EnumerateRunes())
        {
            var (found, glyph) = Fonts.Find(face, character);
            if (found != current && codes.Length > 0)
            {
                yield return (current, codes.ToString());
                codes.Clear();
            }

            current = found;
            codes.Append(Use(found).CodeOf(character, glyph).ToString("X4", CultureInfo.InvariantCulture));
        }

        yield return (current, codes.ToString());
    }

    /// <summary>The resource dictionary that pages and marks share; complete only after everything has been drawn.</summary>
    public string Resources() =>
        $"<</Font<<{string.Concat(used.Select(f => $"/{ResourceName(f.Key)} {PdfSyntax.Reference(f.Value.Number)}"))}>>>>";

    /// <summary>Writes the fonts, once everything has been drawn.</summary>
    public void Write()
    {
        foreach (var font in used.Values)
            font.Write();
    }

    private DocumentFont Use(Face face)
    {
        if (!used.TryGetValue(face, out var font))
            used.Add(face, font = new DocumentFont(file, Fonts.Of(face)));
        return font;
    }
}
