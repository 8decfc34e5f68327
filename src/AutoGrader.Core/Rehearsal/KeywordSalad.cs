using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>
/// The keywords of a criterion's own phrases in an order without sense: what somebody hands in who knows the words and not the idea. The
/// same for the same criterion.
/// </summary>
internal static class KeywordSalad
{
    private const int MostKeywords = 60;

    // Fewer might be a terse answer.
    private const int FewestKeywords = 10;

    /// <summary>The salad of the phrases that say a criterion's best level, or <c>null</c> where these are too few words for one.</summary>
    public static string? Of(Criterion criterion)
    {
        if (LevelsInWords.Of(criterion) is not [var best, ..])
            return null;
        var keywords = best.Says.SelectMany(KeywordsOf).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostKeywords).ToArray();
        if (keywords.Length < FewestKeywords)
            return null;
        Shuffle(keywords, criterion.Id);
        return string.Join(' ', keywords);
    }

    // Two ways to say every group that must occur; more only repeat. As the lecturer spelt them, without the signs of the phrase language.
    private static IEnumerable<string> KeywordsOf(Phrase phrase) => phrase.Source.Split('+', '&')
        .Select(group => group.Trim())
        .Where(group => !group.StartsWith('-'))
        .SelectMany(group => group.Split('|').Select(way => way.Replace("*", "", StringComparison.Ordinal).Trim(' ', '"'))
            .Where(way => way.Length > 0 && way != "not").Take(2));

    // Fisher and Yates with the generator of Lehmer (a = 48271): the same on every machine, which System.Random does not promise.
    private static void Shuffle(string[] words, string seed)
    {
        const uint modulus = 2147483647;
        var state = seed.Aggregate(1ul, (hash, letter) => (hash * 31 + letter) % modulus) + 1;
        for (var i = words.Length - 1; i > 0; i--)
        {
            state = state * 48271 % modulus;
            var j = (int)(state % (ulong)(i + 1));
            (words[i], words[j]) = (words[j], words[i]);
        }
    }
}
