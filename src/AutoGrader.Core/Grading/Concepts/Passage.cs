namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Sentences that are searched together.</summary>
/// <param name="Sentences">The sentences in reading order.</param>
/// <param name="IsOneThought">
/// Whether they are about one thing (an item of a list), so that what two neighbours say together is said as plainly as in one sentence.
/// </param>
internal sealed record Passage(IReadOnlyList<Sentence> Sentences, bool IsOneThought);
