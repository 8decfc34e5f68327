namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A sentence, or two neighbours, in which a part of a phrase is looked for.</summary>
/// <param name="Passage">The passage it belongs to.</param>
/// <param name="First">The index of its first sentence in the passage.</param>
/// <param name="Sentences">The sentences.</param>
/// <param name="Tokens">Their tokens.</param>
/// <param name="AtBest">The firmest that anything can be said here.</param>
internal sealed record SearchWindow(
    Passage Passage,
    int First,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Token> Tokens,
    HitStrength AtBest)
{
    /// <summary>The words that deny others.</summary>
    public IReadOnlyList<Denial> Denials { get; } = Negation.DenialsIn(Tokens);
}
