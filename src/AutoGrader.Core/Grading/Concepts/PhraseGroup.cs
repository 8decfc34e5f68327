namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Alternatives of which one must occur.</summary>
/// <param name="Alternatives">Each a sequence of neighbouring words.</param>
/// <param name="IsNegation">
/// Whether the group is the word <c>not</c> (any way to deny something, in either language); it then has no alternatives.
/// </param>
internal sealed record PhraseGroup(IReadOnlyList<IReadOnlyList<WordPattern>> Alternatives, bool IsNegation)
{
    // A bit for every letter an alternative begins with, several letters sharing one; all of them where anything may stand before it.
    private readonly ulong _firstLetters = Alternatives.Aggregate(
        0ul, (letters, words) => letters | (words[0].OpenStart ? ulong.MaxValue : Bit(words[0].Form[0])));

    /// <summary>
    /// Whether an alternative may begin with a word, by its first letter, which no tolerance reaches. Nearly all comparisons end here.
    /// </summary>
    public bool MayBeginWith(string word) => _firstLetters == ulong.MaxValue || (word.Length > 0 && (_firstLetters & Bit(word[0])) != 0);

    private static ulong Bit(char letter) => 1ul << (letter % 64);
}
