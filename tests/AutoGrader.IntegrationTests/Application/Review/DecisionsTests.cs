using AutoGrader.Application.Data;
using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>What becomes of a person's decision when the criterion is no longer the one that they saw.</summary>
public sealed class DecisionsTests
{
    [Theory]
    [InlineData("as it was", 2, DecisionFate.Stands, 1, false)]
    [InlineData("said otherwise", 2, DecisionFate.ToConfirm, 1, true)]
    [InlineData("as it was", 3, DecisionFate.ToConfirm, 1, true)]
    [InlineData("as it was", 1, DecisionFate.ToConfirm, 1, true)]
    [InlineData("as it was", 0.5, DecisionFate.OverMaximum, 0, true)]
    public void It_stands_asks_to_be_confirmed_or_leaves_the_suggestion_to_a_person(
        string text, double maximum, DecisionFate fate, double points, bool isOpen)
    {
        var decision = Decision("a");
        var score = Score("a", text, (decimal)maximum);

        Assert.Equal(fate, Decisions.FateOf(decision, score));
        var applied = Apply(decision, score);

        Assert.Equal(((decimal)points, isOpen), (applied.Points.Value, applied.NeedsReview));
        Assert.Equal(fate is not DecisionFate.OverMaximum, applied.Override is not null);
        Assert.Equal(applied.Override?.MachinePoints ?? applied.Points, score.Points);
    }

    [Fact]
    public void One_on_a_criterion_that_is_gone_changes_nothing()
    {
        var score = Score("b", "as it was", 2);

        Assert.Equal(DecisionFate.CriterionGone, Decisions.FateOf(Decision("a"), score: null));
        Assert.Equal(score, Apply(Decision("a"), score));
    }

    private static CriterionScore Apply(StoredOverride decision, CriterionScore score) => new Decisions([decision]).Apply(new Assessment
    {
        Questions = [new QuestionScore { QuestionId = "1", Title = new("q", "q"), Answer = "", Criteria = [score] }],
    }).Questions[0].Criteria[0];

    private static CriterionScore Score(string id, string text, decimal maximum) => new()
    {
        CriterionId = id,
        CriterionText = new(text, text),
        Maximum = Points.FromValue(maximum),
        Points = Points.Zero,
        Confidence = 0.9,
        NeedsReview = false,
        Rationale = new("because", "weil"),
    };

    /// <summary>One point of two.</summary>
    private static StoredOverride Decision(string target) => new()
    {
        Id = Guid.Empty,
        SubmissionId = Guid.Empty,
        RubricId = "rubric",
        Target = target,
        Points = Points.FromValue(1),
        Maximum = Points.FromValue(2),
        CriterionText = "as it was",
        ContentHash = "",
        By = "tutor",
        Reason = "seen",
        DecidedAt = default,
    };
}
