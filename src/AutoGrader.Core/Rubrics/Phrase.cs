namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A way to say an idea, as a lecturer writes it: groups joined by <c>+</c> that must all occur together, each with alternatives
/// separated by <c>|</c>; <c>*</c> ends a word whose rest is open, and a group that begins with <c>-</c> must not occur.
/// <c>vanish* | explod* | verschwind* + gradient*</c>. Not a regular expression: case, accents, hyphens and word forms are the engine's business.
/// </summary>
/// <param name="Source">The phrase as written.</param>
public sealed record Phrase(string Source);
