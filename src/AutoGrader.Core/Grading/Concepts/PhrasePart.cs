namespace AutoGrader.Core.Grading.Concepts;

/// <summary>The groups of a phrase that must be said together in one sentence.</summary>
/// <param name="Required">Groups that must occur; at least one.</param>
/// <param name="Forbidden">Groups that must not occur in that sentence.</param>
internal sealed record PhrasePart(IReadOnlyList<PhraseGroup> Required, IReadOnlyList<PhraseGroup> Forbidden);
