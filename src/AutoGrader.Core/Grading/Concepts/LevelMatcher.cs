using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Finds the best level of attainment that an answer expresses in words. For every grader whose criteria have levels.</summary>
internal static class LevelMatcher
{
    /// <summary>Compares a whole answer with the levels of a criterion and with what contradicts it.</summary>
    /// <param name="sentences">The sentences that may earn the points.</param>
    /// <param name="levels">The levels, most points first.</param>
    /// <param name="contradicts">What asserts the opposite.</param>
    public static LevelMatch Match(IReadOnlyList<Sentence> sentences, IReadOnlyList<Level> levels, IReadOnlyList<Phrase> contradicts) =>
        Match([new Passage(sentences, isOneThought: false)], levels, contradicts);

    /// <summary>Compares passages with the levels of a criterion and with what contradicts it.</summary>
    public static LevelMatch Match(IReadOnlyList<Passage> passages, IReadOnlyList<Level> levels, IReadOnlyList<Phrase> contradicts)
    {
        var said = levels.Select(l => (Level: l, Hit: Best(l.Says, passages))).Where(m => m.Hit is not null).ToList();
        var plain = said.Find(m => m.Hit!.IsPlain);
        var better = said.Find(m => !m.Hit!.IsPlain && (plain.Level is null || m.Level.Points > plain.Level.Points));
        return new LevelMatch
        {
            Level = plain.Level,
            Hit = plain.Hit,
            DoubtfulLevel = better.Level,
            DoubtfulHit = better.Hit,
            Contradiction = Best(contradicts, passages) is { IsPlain: true } contradiction ? contradiction : null,
        };
    }

    /// <summary>The firmest hit of several phrases, or <c>null</c>.</summary>
    public static PhraseHit? Best(IEnumerable<Phrase> phrases, IReadOnlyList<Passage> passages) => phrases
        .Select(p => PhraseMatcher.Find(Compile(p), passages))
        .OfType<PhraseHit>()
        .MaxBy(h => h.Strength);

    /// <summary>Phrases ready for matching.</summary>
    public static IReadOnlyList<CompiledPhrase> Compile(IEnumerable<Phrase> phrases) => [.. phrases.Select(Compile)];

    private static CompiledPhrase Compile(Phrase phrase) =>
        phrase.Parsed.Phrase ?? throw new ArgumentException($"'{phrase.Source}': {phrase.Parsed.Fault!.Message.English}", nameof(phrase));
}
