using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Recognises keywords in a row: they assert nothing, however many of them there are. Formulas and lists of quantities are none.
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
            var (said, words) = (sentence.Tokens.Count(t => t.Kind != TokenKind.Break), sentence.Tokens.Count(FunctionWords.IsWord));
            if (sentence.IsKeywordList && words * 4 > said * 3)
                return true;
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
