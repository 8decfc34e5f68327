using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Judge;

/// <summary>Asks a judge about the free text of a report and weighs what it says.</summary>
internal sealed class SecondOpinions(IFreeTextJudge judge, Rubric rubric, PersonalWords personal)
{
    /// <summary>The assessment with opinions on every concept criterion that was answered.</summary>
    /// <param name="assessment">The machine's own assessment.</param>
    /// <param name="document">The answers.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<Assessment> AddAsync(Assessment assessment, AnswerDocument document, CancellationToken cancellationToken)
    {
        var questions = new List<QuestionScore>();
        foreach (var (scored, question) in assessment.Questions.Zip(rubric.Questions))
        {
            var answer = document.Answers.First(a => a.QuestionId == question.Id);
            var scores = new List<CriterionScore>();
            foreach (var (score, criterion) in scored.Criteria.Zip(question.Criteria))
            {
                // Nothing weighs against a person's decision.
                scores.Add(criterion is ConceptCriterion concept && answer.State == AnswerState.Found && score.Override is null
                    ? await AskAsync(question, concept, answer, score, cancellationToken)
                    : score);
            }

            questions.Add(scored with { Criteria = scores });
        }

        return assessment with { Questions = questions };
    }

    private async Task<CriterionScore> AskAsync(
        Question question, ConceptCriterion criterion, Answer answer, CriterionScore score, CancellationToken cancellationToken)
    {
        var shown = personal.RemovedFrom(answer.Text);
        return string.IsNullOrWhiteSpace(shown)
            ? score
            : SecondOpinion.Weigh(score, await judge.AskAsync(new JudgeQuestion(question, criterion, shown), cancellationToken));
    }
}
