using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Learning;

/// <summary>What most answers earn must not decide an answer that says nothing, or nothing to the point.</summary>
public sealed class UnfoundedPointsTests
{
    private static readonly ScoringModel Model = ScoringModel.Of(TypedCorpus.Rubric, Answers());

    [Theory]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("n/a")]
    [InlineData("I don't know.")]
    [InlineData("Keine Ahnung.")]
    public void Answer_that_says_nothing_earns_nothing(string answer) =>
        Assert.All(Grade(answer), score => Assert.Equal(Points.Zero, score.Points));

    [Theory]
    [InlineData("Yesterday we took the train to the lake.")]
    [InlineData("asdf jkl")]
    [InlineData("Gestern war das Wetter schön.")]
    public void Answer_about_something_else_is_never_given_points_without_a_person(string answer) =>
        Assert.All(Grade(answer), score => Assert.True(score.NeedsReview || score.Points == Points.Zero, score.CriterionId));

    private static IEnumerable<CriterionScore> Grade(string answer) => TypedCorpus.Rubric.Questions.Where(q => !q.IsNumeric).SelectMany(
        question => SubmissionGrader.Grade(
            new AnswerDocument
            {
                Answers = [MarkdownAnswer.Read(question.Id, answer)],
                Language = Language.English,
                Pages = [new PageSize(595, 842)],
            },
            TypedCorpus.Rubric with { Questions = [question] },
            Model).Questions.Single().Criteria);

    private static IEnumerable<GradedAnswer> Answers() =>
        AnswerLines.Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl")), "").Lines
            .Select(l => new GradedAnswer(l.QuestionId, l.Text, l.Points));
}
