namespace AutoGrader.Core.Grading.Learning;

/// <summary>What an answer says about a criterion as counted terms, looked at in three ways. No order, no grammar.</summary>
/// <param name="Words">Stems of words and signs; what is denied counts apart as well.</param>
/// <param name="Characters">Pieces of words: they survive slips of the pen, inflection and German compounds.</param>
/// <param name="Ideas">Groups of the rubric's phrases of which a member is said: words that mean the same here.</param>
internal sealed record AnswerTerms(
    IReadOnlyDictionary<string, double> Words, IReadOnlyDictionary<string, double> Characters, IReadOnlyDictionary<string, double> Ideas);
