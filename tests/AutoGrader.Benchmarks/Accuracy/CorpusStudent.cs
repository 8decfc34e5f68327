namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>A student of a corpus: what was typed and what it is worth.</summary>
/// <param name="Id">The id within the corpus.</param>
/// <param name="Given">The given name.</param>
/// <param name="Surname">The surname.</param>
/// <param name="Stem">The name of the report without extension.</param>
/// <param name="Toolchain">How the report was made.</param>
/// <param name="Language"><c>en</c>, <c>de</c> or <c>mixed</c>.</param>
/// <param name="Answers">The typed answer (Markdown with LaTeX) to every answered question.</param>
/// <param name="Truth">The true points by criterion.</param>
internal sealed record CorpusStudent(
    string Id,
    string Given,
    string Surname,
    string Stem,
    string Toolchain,
    string Language,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyDictionary<string, decimal> Truth);
