namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Sentences that are searched together.</summary>
internal sealed class Passage
{
    /// <summary>Prepares sentences.</summary>
    /// <param name="sentences">The sentences in reading order.</param>
    /// <param name="isOneThought">See <see cref="IsOneThought"/>.</param>
    public Passage(IReadOnlyList<Sentence> sentences, bool isOneThought)
    {
        Sentences = sentences;
        IsOneThought = isOneThought;
        Windows = [.. WindowsOf()];
    }

    /// <summary>The sentences in reading order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>
    /// Whether they are about one thing (an item of a list, one of two things compared), so that what two neighbours say together is said
    /// as plainly as in one sentence.
    /// </summary>
    public bool IsOneThought { get; }

    /// <summary>Every sentence by itself, then every pair of neighbours.</summary>
    public IReadOnlyList<SearchWindow> Windows { get; }

    private IEnumerable<SearchWindow> WindowsOf()
    {
        for (var i = 0; i < Sentences.Count; i++)
            yield return new SearchWindow(this, i, [Sentences[i]], Sentences[i].Tokens, AtBest(Sentences[i], HitStrength.Plain));
        var together = IsOneThought ? HitStrength.Plain : HitStrength.AcrossSentences;
        for (var i = 1; i < Sentences.Count; i++)
        {
            var (first, second) = (Sentences[i - 1], Sentences[i]);
            IReadOnlyList<Token> tokens = [.. first.Tokens, Token.Stop, .. second.Tokens];
            yield return new SearchWindow(this, i - 1, [first, second], tokens, AtBest(first, AtBest(second, together)));
        }
    }

    private static HitStrength AtBest(Sentence sentence, HitStrength otherwise)
    {
        if (sentence.IsQuestion)
            return HitStrength.Asked;
        return sentence.IsKeywordList ? HitStrength.Scattered : otherwise;
    }
}
