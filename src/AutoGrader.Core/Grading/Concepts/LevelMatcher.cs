using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Finds the best level of attainment that an answer expresses in words. For every grader whose criteria have levels.</summary>
internal static class LevelMatcher
{
    /// <summary>Compares sentences with the levels of a criterion and with what contradicts it.</summary>
    /// <param name="sentences">The sentences that may earn the points.</param>
    /// <param name="levels">The levels, most points first.</param>
    /// <param name="contradicts">What asserts the opposite.</param>
    public static LevelMatch Match(IReadOnlyList<Sentence> sentences, IReadOnlyList<Level> levels, IReadOnlyList<Phrase> contradicts)
    {
        var said = levels.Select(l => (Level: l, Hit: Best(l.Says, sentences))).Where(m => m.Hit is not null).ToList();
        var best = said.Find(m => m.Hit!.IsPlain);
        if (best.Hit is null)
            best = said.FirstOrDefault();
        var better = said.Find(m => !m.Hit!.IsPlain && m.Level.Points > (best.Level?.Points ?? m.Level.Points));
        var contradiction = Best(contradicts, sentences);
        return new LevelMatch
        {
            Level = best.Level,
            Hit = best.Hit,
            DoubtfulBetter = better.Level,
            Contradiction = contradiction is { IsPlain: true } ? contradiction : null,
        };
    }

    /// <summary>The best place where one of several phrases is said, or <c>null</c>.</summary>
    public static PhraseHit? Best(IEnumerable<Phrase> phrases, IReadOnlyList<Sentence> sentences) => phrases
        .Select(p => PhraseMatcher.Find(Compile(p), sentences))
        .OfType<PhraseHit>()
        .OrderByDescending(h => h.IsPlain)
        .FirstOrDefault();

    private static CompiledPhrase Compile(Phrase phrase)
    {
        var (compiled, fault) = PhraseParser.Parse(phrase.Source);
        return compiled ?? throw new ArgumentException($"'{phrase.Source}': {fault!.Message}", nameof(phrase));
    }
}
