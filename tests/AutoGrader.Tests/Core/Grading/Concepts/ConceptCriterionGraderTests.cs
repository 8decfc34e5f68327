using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Grading.Concepts;

public sealed class ConceptCriterionGraderTests
{
    private static readonly ConceptCriterion Gradient = Criterion(
        "1.2b",
        [Level(1, "gradient* + vanish* + multipl* | product"), Level(0.5m, "gradient* + vanish* | explod*"), Level(0, "overfit* | slow*")],
        ["gradient* + stable"]);

    private static readonly ConceptCriterion Size = Criterion("1.2a", [Level(1, "fixed size + overwrit*"), Level(0.5m, "fixed size")], []);

    [Theory]
    [InlineData("The gradient vanishes because it is a product of many factors.", 1, false)]
    [InlineData("Vanishing gradients.", 0.5, false)]
    [InlineData("Vanishing gradients are a well known problem of recurrent networks in many applications.", 0.5, true)]
    [InlineData("Gradients vanish. They are multiplied many times.", 1, true)]
    [InlineData("The gradient does not vanish by multiplication.", 1, true)]
    [InlineData("Does the gradient vanish because it is multiplied?", 1, true)]
    [InlineData("The gradient is stable.", 0, false)]
    [InlineData("The gradient is stable. The gradient vanishes because it is multiplied.", 0, true)]
    [InlineData("Old correction signals fade on their way back to early words.", 0, true)]
    [InlineData("Training is slow.", 0, false)]
    [InlineData("Training is slow. Old signals fade away.", 0, true)]
    [InlineData("I don't know.", 0, false)]
    [InlineData("Weiß ich leider nicht.", 0, false)]
    [InlineData("The gradient vanishes by multiplication. Wait, correction: it grows.", 1, true)]
    [InlineData("See above.", 0, true)]
    [InlineData("—", 0, false)]
    public void Grade_Answer_SuggestsAndDecides(string answer, double points, bool needsReview)
    {
        var score = Grade(Question(null, Gradient), TextBlocks.Answer(answer))[0];

        Assert.Equal((Points.FromValue((decimal)points), needsReview), (score.Points, score.NeedsReview || score.Confidence < 0.8));
    }

    [Fact]
    public void Grade_CopiedQuestion_IsNoAnswer()
    {
        var score = Grade(Question(null, Gradient), TextBlocks.Answer("Name two factors, such as gradients that vanish as a product."))[0];

        Assert.Equal(Points.Zero, score.Points);
        Assert.True(score.Confidence > 0.9);
    }

    [Fact]
    public void Grade_FoundIdea_PointsAtTheSentenceAndQuotesTheLevel()
    {
        var score = Grade(Question(null, Gradient), TextBlocks.Answer("It forgets. Vanishing gradients. More text."))[0];

        Assert.Equal("Vanishing gradients.", Assert.Single(score.Evidence).Text);
        Assert.Contains("level 0.5", score.Rationale.English, StringComparison.Ordinal);
        Assert.Contains("Stufe 0.5", score.Rationale.German, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not ")]
    [InlineData("(")]
    [InlineData(") ")]
    [InlineData("gradient vanishing ")]
    [InlineData("a_{")]
    [InlineData(". ")]
    public void Grade_EndlessNonsense_IsNotDecidedWithPoints(string piece)
    {
        var score = Grade(Question(2, Size, Gradient), TextBlocks.Answer(string.Concat(Enumerable.Repeat(piece, 40_000))))[0];

        Assert.Equal(Points.Zero, score.Points);
    }

    [Theory]
    [InlineData("1. Vanishing gradients.|2. Exploding gradients.", 0, false)]
    [InlineData("1. Vanishing gradients.|2. Fixed size.", 0.5, false)]
    [InlineData("1. Vanishing gradients.|2. The state has a fixed size.|Old content is overwritten.", 1, false)]
    [InlineData("1. Vanishing gradients.|2. Training is slow.|3. Fixed size.", 0, false)]
    [InlineData("First, gradients vanish. Second, overfitting. Third, it has a fixed size.", 0, false)]
    [InlineData("1. Vanishing gradients.|2. A thing nobody knows.|3. Fixed size.", 0, true)]
    [InlineData("Vanishing gradients and overfitting.", 0, false)]
    [InlineData("Vanishing gradients, overfitting and a fixed size.", 0.5, true)]
    [InlineData("It has a fixed size. Furthermore gradients vanish.", 0.5, true)]
    [InlineData("Vanishing gradients and a small head.", 0, true)]
    public void Grade_TwoItemsAsked_OnlyTheFirstTwoCount(string blocks, double points, bool needsReview)
    {
        var score = Grade(Question(2, Size, Gradient), TextBlocks.Answer(blocks.Split('|')))[0];

        Assert.Equal((Points.FromValue((decimal)points), needsReview), (score.Points, score.NeedsReview || score.Confidence < 0.8));
    }

    [Theory]
    [InlineData("Live: the future is unknown. Offline: it needs more memory.", 1, 1)]
    [InlineData("Live needs more memory. Offline: the future is unknown.", 0, 0)]
    [InlineData("While live the future is unknown, offline needs more memory.", 1, 1)]
    [InlineData("Live: the future is unknown.|It is hard.|Offline:|It needs more memory.", 1, 1)]
    public void Grade_TwoTopics_EachCriterionIsJudgedByItsOwn(string blocks, int live, int offline)
    {
        var about = new[]
        {
            Criterion("2.2a", [Level(1, "future + unknown")], []) with { About = [new Phrase("live")] },
            Criterion("2.2b", [Level(1, "more memory")], []) with { About = [new Phrase("offline")] },
        };

        var scores = Grade(Question(null, about), TextBlocks.Answer(blocks.Split('|')));

        Assert.Equal([live, offline], scores.Select(s => (int)s.Points.Value));
    }

    private static IReadOnlyList<CriterionScore> Grade(Question question, Answer answer)
    {
        var document = new AnswerDocument { Answers = [answer], Language = Language.English, Pages = [new PageSize(595, 842)] };
        var rubric = new Rubric
        {
            Id = "r",
            Title = question.Title,
            Course = question.Title,
            HandIn = new HandInRules(),
            Questions = [question],
        };
        return new ConceptCriterionGrader().Grade(question, question.Criteria, answer, new GradingContext(document, rubric));
    }

    private static Question Question(int? itemsAsked, params ConceptCriterion[] criteria) => new()
    {
        Id = "1.2",
        Title = new LocalizedText("Limits", "Grenzen"),
        Text = new LocalizedText("Name two factors, such as gradients that vanish as a product.", "Nennen Sie zwei Faktoren."),
        Criteria = criteria,
        ItemsAsked = itemsAsked,
    };

    private static ConceptCriterion Criterion(string id, Level[] levels, string[] contradicts) => new()
    {
        Id = id,
        Maximum = Points.FromValue(1),
        Text = new LocalizedText("The idea.", "Der Gedanke."),
        Levels = levels,
        Contradicts = [.. contradicts.Select(c => new Phrase(c))],
    };

    private static Level Level(decimal value, string phrase)
    {
        var points = Points.FromValue(value);
        return new(points, new LocalizedText($"level {points}", $"Stufe {points}"), [new Phrase(phrase)]);
    }
}
