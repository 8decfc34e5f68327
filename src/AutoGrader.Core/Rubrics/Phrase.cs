using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A way to say an idea, as a lecturer writes it: groups joined by <c>+</c> that must occur together in one sentence, each with
/// alternatives separated by <c>|</c>. Words of an alternative stand side by side; <c>*</c> begins or ends a word whose rest is open, and
/// alone stands for whatever is between two words (<c>Q = * I</c>); a group that begins
/// with <c>-</c> must not occur in that sentence; the word <c>not</c> stands for every way to deny something (no, cannot, without,
/// kein, nicht); <c>&amp;</c> joins what may be said in different sentences; quotation marks keep signs that mean something here.
/// <c>vanish* | explod* | verschwind* + gradient*</c>, <c>not + future frame*</c>, <c>whole video &amp; memory | run time</c>.
/// Not a regular expression: case, accents, hyphens, word forms, slips of the pen and negation are the engine's business.
/// </summary>
/// <param name="Source">The phrase as written.</param>
public sealed record Phrase(string Source)
{
    /// <summary>The phrase ready for matching, or its fault; a rubric that was read holds no faulty one.</summary>
    internal PhraseParse Parsed { get; } = PhraseParser.Parse(Source);

    /// <inheritdoc/>
    public bool Equals(Phrase? other) => Source == other?.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);
}
