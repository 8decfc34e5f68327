namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A phrase ready for matching.</summary>
/// <param name="Source">The phrase as written.</param>
/// <param name="Parts">
/// What must be said, each part within a sentence; several parts (joined by <c>&amp;</c>) may stand in different sentences. A part has
/// variants, any of which suffices: one for the denial and one for the words where a group offers both (<c>not | unknown</c>).
/// </param>
internal sealed record CompiledPhrase(string Source, IReadOnlyList<IReadOnlyList<PhrasePart>> Parts);
