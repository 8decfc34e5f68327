using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;

namespace AutoGrader.Tests.Core.Grading.Learning;

public sealed class AnswersOnlyTests
{
    [Fact]
    public void Criteria_are_those_that_were_graded_each_worth_the_most_that_was_earned()
    {
        var rubric = AnswersOnly.RubricOf([Line("1", "a", 2.25m), Line("1", "b", 0), Line("2", "c", 5)]);

        Assert.Equal([("1", 2.5m), ("2", 5m)], rubric.Questions.Select(q => (q.Id, q.Maximum.Value)));
    }

    [Fact]
    public void Without_rules_everything_is_learnt_and_little_is_never_enough()
    {
        AnswerLine[] lines =
        [
            .. Enumerable.Range(0, 12).Select(i => Line("1", $"water boils at a hundred degrees {i}", 2)),
            .. Enumerable.Range(0, 12).Select(i => Line("1", $"ice melts in the sun {i}", 0)),
        ];

        Assert.Equal(2, Score(lines, "it boils at a hundred").Points.Value);
        Assert.Equal(0, Score(lines, "the ice melts").Points.Value);
        var few = Score([.. lines.Take(2), .. lines.TakeLast(2)], "it boils at a hundred");
        Assert.Equal(2, few.Points.Value);
        Assert.True(few.NeedsReview);
    }

    private static CriterionScore Score(IReadOnlyList<AnswerLine> lines, string text)
    {
        var rubric = AnswersOnly.RubricOf(lines);
        var model = ScoringModel.Of(rubric, lines.Select(l => new GradedAnswer(l.QuestionId, l.Text, AnswersOnly.PointsOf(l))));
        var document = new AnswerDocument
        {
            Language = AutoGrader.Core.Language.English,
            Pages = [new PageSize(1, 1)],
            Answers = [MarkdownAnswer.Read("1", text)],
        };
        return SubmissionGrader.Grade(document, rubric, model).Questions.Single().Criteria.Single();
    }

    private static AnswerLine Line(string question, string text, decimal points) => new()
    {
        Line = 1,
        QuestionId = question,
        Text = text,
        Points = new Dictionary<string, decimal> { [question] = points },
    };
}
