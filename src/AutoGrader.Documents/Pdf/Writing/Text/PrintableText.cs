using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Text;

/// <summary>
/// Turns any string into one that can be set glyph by glyph. Decomposed accents are composed, letters that only differ in font (𝒪) become
/// plain ones where no font has them, invisible characters go, right-to-left runs are put into the order in which they are seen (without
/// joined letter forms). Emoji, Chinese and other characters that no font has are kept: they show as a box and can still be searched and
/// copied.
/// </summary>
internal static class PrintableText
{
    /// <summary>Line ends are kept as <c>\n</c>.</summary>
    public static string From(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in Composed(text).EnumerateRunes())
            Append(result, character);
        return HasRightToLeft(result) ? InVisualOrder(result.ToString()) : result.ToString();
    }

    private static string Composed(string text)
    {
        // Normalising refuses lone surrogates; enumerating runes replaces them.
        if (!Ascii.IsValid(text))
            text = string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Normalize(NormalizationForm.FormC);
        return text.ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder result, Rune character)
    {
        switch (Rune.GetUnicodeCategory(character))
        {
            case UnicodeCategory.Control when character.Value == '\n':
                result.Append('\n');
                break;
            case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                result.Append(' ');
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpaceSeparator when character.Value != 0xA0:
                result.Append(' ');
                break;
            default:
                result.Append(Fonts.Show(character) ? character.ToString() : Compatible(character));
                break;
        }
    }

    private static string Compatible(Rune character)
    {
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return "";
        var plain = character.ToString().Normalize(NormalizationForm.FormKC);
        return plain.EnumerateRunes().All(Fonts.Show) ? plain : character.ToString();
    }

    private static bool HasRightToLeft(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
            foreach (var character in chunk.Span)
                if (IsRightToLeft(character))
                    return true;
        return false;
    }

    private static bool IsRightToLeft(char character) =>
        character is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    /// <summary>
    /// Turns round every run of right-to-left letters with the blanks and marks between them; numbers inside a run keep their order.
    /// </summary>
    private static string InVisualOrder(string text)
    {
        var result = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            if (!IsRightToLeft(text[i]))
            {
                result.Append(text[i++]);
                continue;
            }

            var end = i;
            for (var j = i; j < text.Length && (IsRightToLeft(text[j]) || text[j] is ' ' or '-' or '\''); j++)
                if (IsRightToLeft(text[j]))
                    end = j;
            for (var j = end; j >= i; j--)
                result.Append(text[j]);
            i = end + 1;
        }

        return result.ToString();
    }
}
