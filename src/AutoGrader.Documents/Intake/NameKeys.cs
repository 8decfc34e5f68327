using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// Tells whether two spellings are the same name. A name has one or more keys; names are the same when they share one. <c>Müller</c> has
/// the keys <c>mueller</c> and <c>muller</c>, so that it equals both <c>Mueller</c> and <c>Muller</c>, which do not equal each other. Case,
/// marks on letters, spaces, apostrophes, hyphens and dots do not count, neither does the Unicode form.
/// </summary>
internal static class NameKeys
{
    /// <summary>A name with more ambiguous letters than this allows is given its two uniform spellings only.</summary>
    private const int MaximumKeys = 256;

    private const char Diaeresis = '\u0308';
    private const char Ring = '\u030A';

    /// <summary>
    /// Below this, marks are accents that people leave out; above, they are vowels of Indic, Thai, Japanese and other scripts.
    /// </summary>
    private const int FirstScriptWithEssentialMarks = 0x0700;

    private static readonly Dictionary<int, string[]> Letters = new()
    {
        ['ß'] = ["ss"],
        ['æ'] = ["ae"],
        ['œ'] = ["oe"],
        ['ø'] = ["o", "oe"],
        ['ł'] = ["l"],
        ['đ'] = ["d", "dj"],
        ['ð'] = ["d", "dh"],
        ['þ'] = ["th"],
        ['ı'] = ["i"],
        ['ħ'] = ["h"],
        ['ŧ'] = ["t"],
        ['ŋ'] = ["n", "ng"],
        ['ə'] = ["e", "a"],
        ['ς'] = ["σ"],
    };

    /// <summary>Whether two spellings are the same name. Two texts without letters are not.</summary>
    public static bool Same(string left, string right) => Of(left).Overlaps(Of(right));

    /// <summary>The keys of a text; none for a text without letters.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        var letters = Alternatives(text);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (letters.Count == 0)
            return keys;
        if (letters.Aggregate(1L, (count, options) => Math.Min(MaximumKeys + 1, count * options.Length)) > MaximumKeys)
            return keys.Union([string.Concat(letters.Select(l => l[0])), string.Concat(letters.Select(l => l[^1]))]).ToHashSet();
        keys.Add("");
        foreach (var options in letters)
            keys = [.. from key in keys from option in options select key + option];
        return keys;
    }

    /// <summary>A text without lone surrogates, which Unicode functions refuse.</summary>
    public static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static List<string[]> Alternatives(string text)
    {
        var result = new List<string[]>();
        var last = 0;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                last = Rune.ToLowerInvariant(rune).Value;
                result.Add(Letters.TryGetValue(last, out var options) ? options : [char.ConvertFromUtf32(last)]);
            }
            else if (IsMark(rune) && result.Count > 0)
            {
                result[^1] = WithMark(last, rune, result[^1]);
            }
        }
        return result;
    }

    private static string[] WithMark(int letter, Rune mark, string[] options) => (letter, mark.Value) switch
    {
        ('a' or 'o' or 'u', Diaeresis) => [$"{(char)letter}", $"{(char)letter}e"],
        ('a', Ring) => ["a", "aa"],
        ( < FirstScriptWithEssentialMarks, _) => options,
        _ => [.. options.Select(o => o + mark)],
    };

    internal static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
