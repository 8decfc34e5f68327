using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading;

public sealed class SubmissionGraderTests
{
    private static readonly LocalizedText Text = new("Idea", "Gedanke");

    private static readonly Rubric Rubric = new()
    {
        Id = "sheet",
        Title = Text,
        Course = Text,
        HandIn = new HandInRules(),
        Questions =
        [
            Question("1.1", Criterion("1.1a", "memory"), Criterion("1.1b", "layer")),
            Question("1.2", Criterion("1.2a", "gradient")),
        ],
    };

    [Fact]
    public void Grade_FoundAnswers_KeepsTheRubricsOrderAndSums()
    {
        var assessment = RulesAlone.Grade(Document(Found("1.2", "The gradient."), Found("1.1", "A layer and memory.")), Rubric);

        Assert.Equal(["1.1a", "1.1b", "1.2a"], assessment.Questions.SelectMany(q => q.Criteria).Select(c => c.CriterionId));
        Assert.Equal(Points.FromValue(3), assessment.Points);
        Assert.False(assessment.NeedsReview);
    }

    [Fact]
    public void Grade_Twice_GivesTheSame()
    {
        var document = Document(Found("1.1", "It is not memory but a layer."), Missing("1.2", 0.9));

        Assert.Equivalent(RulesAlone.Grade(document, Rubric), RulesAlone.Grade(document, Rubric), strict: true);
    }

    [Theory]
    [InlineData(0.95, false)]
    [InlineData(0.5, true)]
    public void Grade_MissingAnswer_EarnsNothingAndNeedsReviewWhereTheAbsenceIsDoubtful(double confidence, bool needsReview)
    {
        var score = RulesAlone.Grade(Document(Found("1.1", "memory"), Missing("1.2", confidence)), Rubric).Questions[1].Criteria[0];

        Assert.Equal(Points.Zero, score.Points);
        Assert.Equal(needsReview, score.NeedsReview);
        Assert.Equal(confidence, score.Confidence);
    }

    [Fact]
    public void Grade_MissingAnswerInAReportWithAnUnreadPage_NeedsReviewAndPointsAtThePage()
    {
        var document = Document(Found("1.1", "memory"), Missing("1.2", 1)) with
        {
            Remarks = [new ReadingRemark(ReadingRemarkKind.ImageOnlyPage, 1, null, "Page 1 is an image.")],
        };

        var score = RulesAlone.Grade(document, Rubric).Questions[1].Criteria[0];

        Assert.True(score.NeedsReview);
        Assert.Equal(new Evidence(1, new Box(0, 0, 595, 842), ""), Assert.Single(score.Evidence));
    }

    [Fact]
    public void Grade_AnswerWithAPicture_DecidesOnlyWhatTheTextEarnsInFull()
    {
        var answer = Found("1.1", "A memory.") with { HasPicture = true };

        var scores = RulesAlone.Grade(Document(answer, Missing("1.2", 1)), Rubric).Questions[0].Criteria;

        Assert.False(scores[0].NeedsReview);
        Assert.True(scores[1].NeedsReview);
        Assert.InRange(scores[1].Confidence, 0, 0.5);
        Assert.Contains("image", scores[1].Rationale.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_UnreadableAnswer_IsNeverDecided()
    {
        var unreadable = new Answer
        {
            QuestionId = "1.2",
            State = AnswerState.Unreadable,
            Confidence = 1,
            Blocks = [TextBlocks.Block("1.2")],
        };

        var score = RulesAlone.Grade(Document(Found("1.1", "memory"), unreadable), Rubric).Questions[1].Criteria[0];

        Assert.True(score.NeedsReview);
        Assert.Equal(0, score.Confidence);
        Assert.Equal(1, Assert.Single(score.Evidence).Page);
    }

    [Fact]
    public void Grade_AnswerThatMayBelongElsewhere_NeedsReviewAndSaysSo()
    {
        var doubtful = Found("1.1", "A layer and memory.") with { Confidence = 0.6 };

        var question = RulesAlone.Grade(Document(doubtful, Missing("1.2", 1)), Rubric).Questions[0];

        Assert.All(question.Criteria, c => Assert.True(c.NeedsReview));
        Assert.All(question.Criteria, c => Assert.Contains("nicht sicher", c.Rationale.German, StringComparison.Ordinal));
        Assert.Equal(Points.FromValue(2), question.Points);
    }

    [Fact]
    public void Grade_ConfidenceBelowTheRubricsThreshold_NeedsReview()
    {
        var strict = Rubric with { ReviewBelow = 0.99 };
        var assessment = RulesAlone.Grade(Document(Found("1.1", "A layer and memory."), Missing("1.2", 1)), strict);

        Assert.True(assessment.Questions[0].Criteria[0].NeedsReview);
    }

    [Fact]
    public void Grade_DocumentOfAnotherRubric_Throws() =>
        Assert.Throws<ArgumentException>(() => RulesAlone.Grade(Document(Found("1.1", "memory")), Rubric));

    private static AnswerDocument Document(params Answer[] answers) =>
        new() { Answers = answers, Language = Language.English, Pages = [new PageSize(595, 842)] };

    private static Answer Found(string question, string text) => TextBlocks.Answer(text) with { QuestionId = question };

    private static Answer Missing(string question, double confidence) =>
        new() { QuestionId = question, State = AnswerState.Missing, Confidence = confidence };

    private static Question Question(string id, params Criterion[] criteria) =>
        new() { Id = id, Title = Text, Text = new LocalizedText("What is it?", "Was ist es?"), Criteria = criteria };

    private static ConceptCriterion Criterion(string id, string phrase) => new()
    {
        Id = id,
        Maximum = Points.FromValue(1),
        Text = Text,
        Levels = [new Level(Points.FromValue(1), Text, [new Phrase(phrase)])],
    };
}
