using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Concepts;

/// <summary>The graded examples of rubrics/ivu-sheet-05.yaml, the questions themselves, and words without a thought.</summary>
public sealed class SheetExamplesTests
{
    private static readonly Rubric Rubric = Read();

    public static TheoryData<string, int> Examples() =>
        [.. Concepts().SelectMany(c => Enumerable.Range(0, c.Examples.Count).Select(i => (c.Id, i)))];

    public static TheoryData<string> Criteria() => [.. Concepts().Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Grade_GradedExample_EarnsItsPoints(string criterion, int index)
    {
        var example = Concepts().Single(c => c.Id == criterion).Examples[index];

        Assert.Equal(example.Points, Grade(criterion, example.Text).Points);
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Grade_TheQuestionCopied_EarnsNothingForSure(string criterion)
    {
        var text = QuestionOf(criterion).Text;

        Assert.All([Grade(criterion, text.English), Grade(criterion, text.German)], score =>
        {
            Assert.Equal(0, score.Points.HalfPoints);
            Assert.False(score.NeedsReview);
        });
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Grade_KeywordsWithoutASentence_IsNeverDecidedAsFull(string criterion)
    {
        const string Salad = "hidden state, softmax, gradient, backpropagation, dimension, context, frame, query, key, value, identity, "
            + "orthonormal, exp, logit, memory";

        var score = Grade(criterion, Salad);

        Assert.True(score.NeedsReview || score.Points < score.Maximum);
    }

    private static CriterionScore Grade(string criterion, string text)
    {
        var document = new AnswerDocument
        {
            Language = AutoGrader.Core.Language.English,
            Pages = [new PageSize(595, 842)],
            Answers = [.. Rubric.Questions.Select(q => TextBlocks.Answer(MarkdownAnswer.Blocks(text)) with { QuestionId = q.Id })],
        };
        return RulesAlone.Grade(document, Rubric).Questions.SelectMany(q => q.Criteria).Single(c => c.CriterionId == criterion);
    }

    private static Question QuestionOf(string criterion) => Rubric.Questions.Single(q => q.Criteria.Any(c => c.Id == criterion));

    private static IEnumerable<ConceptCriterion> Concepts() => Rubric.Questions.SelectMany(q => q.Criteria).OfType<ConceptCriterion>();

    private static Rubric Read()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
        return RubricReader.Read(File.ReadAllText(path), path).Version!.Rubric;
    }
}
