namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A place where a phrase is said.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Sentences">The sentences it is said in, in reading order.</param>
/// <param name="Strength">How firmly; that of the weakest part.</param>
internal sealed record PhraseHit(CompiledPhrase Phrase, IReadOnlyList<Sentence> Sentences, HitStrength Strength)
{
    /// <summary>Whether it is said plainly.</summary>
    public bool IsPlain => Strength == HitStrength.Plain;
}
