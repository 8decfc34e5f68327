using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>The scores of a feedback: a bar for each question, then every criterion with its reason and evidence.</summary>
internal static class QuestionsSection
{
    public static IEnumerable<FeedbackBlock> Compose(Rubric rubric, Assessment assessment, FeedbackWords words)
    {
        yield return new GroupBlock(
        [
            new HeadingBlock(2, words.Say("Overview", "Überblick"), words.Fraction(assessment.Points, assessment.Maximum)),
            new PointsBarsBlock([.. assessment.Questions.Select(q => Bar(q, words))]),
        ]);
        foreach (var question in assessment.Questions)
        {
            yield return new HeadingBlock(
                2, $"{question.QuestionId} {words.Say(question.Title)}", words.Fraction(question.Points, question.Maximum));
            var computation = rubric.Questions.FirstOrDefault(q => q.Id == question.QuestionId)?.Computation;
            for (var i = 0; i < question.Criteria.Count; i++)
                yield return CriterionSection.Compose(question.Criteria[i], i > 0 ? question.Criteria[i - 1] : null, computation, words);
        }
    }

    private static PointsBar Bar(QuestionScore question, FeedbackWords words) => new(
        question.QuestionId,
        words.Say(question.Title),
        question.Maximum == Points.Zero ? 0 : (double)(question.Points.Value / question.Maximum.Value),
        words.Fraction(question.Points, question.Maximum),
        Judgement.Of(question),
        question.NeedsReview ? words.Say("to be reviewed", "wird geprüft") : null);
}
