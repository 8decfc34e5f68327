using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>
/// Text as tokens, the same way for what was typed (<see cref="TypedText"/>) and what was read, so that notation does not count, but every
/// word, letter, number and sign of mathematics does.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Compatibility forms are folded (NFKC: <c>²</c> is 2, <c>ᵀ</c> is T, <c>ℝ</c> is R, <c>𝑄</c> is Q), and so is case.</item>
/// <item>A run of three letters or more is a word. Shorter ones count letter by letter, since <c>Q K</c> and <c>QK</c> print alike.</item>
/// <item>A number is one token, its decimal comma a point.</item>
/// <item>Signs of relation and operation are tokens. Brackets, bars, <c>^</c>, <c>_</c>, stars, dots and punctuation are not: they are
/// where notations differ. Nor are hyphens: a dash counts only before a number, where it is a minus.</item>
/// </list>
/// </remarks>
internal static partial class TextTokens
{
    private const int ShortestWord = 3;

    public static List<string> Of(string text)
    {
        var folded = Dashes().Replace(Bullets().Replace(Fold(text), " "), "-");
        var tokens = new List<string>();
        foreach (Match match in Tokens().Matches(folded))
        {
            if (match.Groups["number"].Success)
                tokens.Add(match.Value.Replace(',', '.'));
            else if (match.Groups["letters"] is { Success: true, Length: < ShortestWord })
                tokens.AddRange(match.Value.Select(c => c.ToString()));
            else
                tokens.Add(match.Value);
        }

        return tokens;
    }

    public static bool IsWord(string token) => token.Length >= ShortestWord && char.IsLetter(token[0]);

    private static string Fold(string text) => Raised().Replace(text, " $0 ")
        .Replace("√", " sqrt ", StringComparison.Ordinal)
        .Replace('∼', '~').Replace('⋅', '·').Replace('∙', '·').Replace('∆', 'Δ').Replace('µ', 'μ').Replace('ϵ', 'ε')
        .Replace("->", "→", StringComparison.Ordinal)
        .Normalize(NormalizationForm.FormKC)
        .Replace('⁄', '/').Replace('∕', '/')
        .ToLowerInvariant();

    [GeneratedRegex(@"^\s*[-–—•▪◦●○‣∗*]\s", RegexOptions.Multiline)]
    private static partial Regex Bullets();

    /// <summary>Superscripts and subscripts: exponents and indices, no parts of a word or number.</summary>
    [GeneratedRegex("[\u00B2\u00B3\u00B9\u2070-\u209C\u1D2C-\u1D6A\u2C7C]+")]
    private static partial Regex Raised();

    [GeneratedRegex("[‐‑‒–—−]")]
    private static partial Regex Dashes();

    [GeneratedRegex(
        @"(?<number>\d+(?:[.,]\d+)?)|(?<letters>(?:\p{L}\p{M}*)+)|-(?=\s*\d)"
        + "|[+/·×=≠<>≤≥≪≫≲≳≈~≃≡∝∈∉∀∃→↦⇒⇔∞∑∏∫∂∇⊙⊗⊕±∘%]")]
    private static partial Regex Tokens();
}
