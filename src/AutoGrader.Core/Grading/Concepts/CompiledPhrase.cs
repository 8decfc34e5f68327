namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A phrase ready for matching.</summary>
/// <param name="Source">The phrase as written.</param>
/// <param name="Parts">
/// What must be said, each part within a sentence; several parts (joined by <c>&amp;</c>) may stand in different sentences.
/// </param>
internal sealed record CompiledPhrase(string Source, IReadOnlyList<PhrasePart> Parts);
