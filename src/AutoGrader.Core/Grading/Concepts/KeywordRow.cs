using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Recognises keywords in a row: they assert nothing, however many of them there are. Of 557 long sentences in the graded answers to sheet
/// 5 none was taken for such, of the sheet's own keywords strung together all.
/// </summary>
internal static class KeywordRow
{
    /// <summary>Whether a sentence of an answer is one, by the phrases of its question.</summary>
    public static bool IsIn(Answer answer, Question question)
    {
        IReadOnlyList<CompiledPhrase>? phrases = null;
        return AnswerText.SentencesOf(answer.Blocks).Any(IsRow);

        bool IsRow(Sentence sentence)
        {
            if (sentence.Words < FunctionWords.LongSentence)
                return false;
            phrases ??= LevelMatcher.Compile(question.Criteria.SelectMany(PhrasesOf));
            return FunctionWords.AreMissingFrom(
                sentence.Tokens, [.. phrases.SelectMany(p => PhraseMatcher.TokensOf(p, sentence.Tokens))]);
        }
    }

    private static IEnumerable<Phrase> PhrasesOf(Criterion criterion) => criterion switch
    {
        ConceptCriterion concept => concept.Levels.SelectMany(l => l.Says),
        ShapesCriterion shapes => shapes.Levels.SelectMany(l => l.Says),
        ComplexityCriterion complexity => complexity.Levels.SelectMany(l => l.Says),
        _ => [],
    };
}
