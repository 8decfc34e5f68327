namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A place where a phrase is said.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Sentences">The sentences it is said in; one, unless the phrase has parts joined by <c>&amp;</c>.</param>
/// <param name="IsDenied">Whether what it says stands under a negation that is not part of the phrase.</param>
/// <param name="IsLoose">Whether the words stand so far apart that they may not belong together.</param>
internal sealed record PhraseHit(CompiledPhrase Phrase, IReadOnlyList<Sentence> Sentences, bool IsDenied, bool IsLoose)
{
    /// <summary>Whether it is said plainly: neither denied nor scattered nor within a question.</summary>
    public bool IsPlain => !IsDenied && !IsLoose && Sentences.All(s => !s.IsQuestion);
}
