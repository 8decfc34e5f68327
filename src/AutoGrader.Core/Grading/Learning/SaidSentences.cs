using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>The sentences of an answer that are about a criterion, the copied question left out.</summary>
internal sealed class SaidSentences
{
    private const int MostSentences = 300;

    private readonly IReadOnlyList<Sentence> _own;
    private readonly ConceptJudge? _concepts;

    /// <summary>Prepares an answer.</summary>
    public SaidSentences(Question question, Answer answer)
    {
        var echo = new QuestionEcho(question);
        _own = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s)).Take(MostSentences)];
        var concepts = question.Criteria.OfType<ConceptCriterion>().ToList();
        _concepts = concepts.Count > 0 ? new ConceptJudge(question, concepts, answer) : null;
    }

    /// <summary>Whether the answer holds no word of the student's own, or only says that there is no answer.</summary>
    public bool SaysNothing => _own.Sum(s => s.Words) == 0 || AnswerRemarks.IsRefusal(_own);

    /// <summary>The sentences about a criterion.</summary>
    public IReadOnlyList<Sentence> On(Criterion criterion) =>
        criterion is ConceptCriterion concept ? [.. _concepts!.SentencesOn(concept)] : _own;
}
