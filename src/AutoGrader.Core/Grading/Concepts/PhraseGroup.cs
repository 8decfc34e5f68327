namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Alternatives of which one must occur.</summary>
/// <param name="Alternatives">Each a sequence of neighbouring words.</param>
/// <param name="IsNegation">
/// Whether the group is the word <c>not</c> (any way to deny something, in either language); it then has no alternatives.
/// </param>
internal sealed record PhraseGroup(IReadOnlyList<IReadOnlyList<WordPattern>> Alternatives, bool IsNegation);
