using System.Globalization;
using System.Text;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Brings spellings of a word to one form: case, accents, ligatures, mathematical letters and subscripts, <c>ß</c>, and umlauts however
/// they are typed (<c>ä</c>, <c>ae</c>, <c>a</c>). Not a stemmer. Applied to phrases and answers alike, so that it does no harm where
/// <c>ue</c> is no umlaut.
/// </summary>
internal static class WordFolding
{
    /// <summary>The folded form.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in WellFormed(word).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '_' or '^' or '{' or '}')
                continue;
            if (c == 'ß')
                folded.Append("ss");
            else if (c is '−' or '‐' or '‑')
                folded.Append('-');
            else if (c == '⊤')
                folded.Append('t');
            else
                Append(folded, char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    // Half a surrogate pair, as broken fonts yield it, cannot be normalised; runes replace it.
    private static string WellFormed(string word) => word.Any(char.IsSurrogate) ? string.Concat(word.EnumerateRunes()) : word;

    private static void Append(StringBuilder folded, char c)
    {
        var endsUmlaut = c == 'e' && folded.Length > 0 && (folded[^1] is 'a' or 'o' or 'u');
        if (!endsUmlaut)
            folded.Append(c);
    }
}
