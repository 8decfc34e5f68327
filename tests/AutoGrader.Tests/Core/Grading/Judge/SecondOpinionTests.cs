using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;

namespace AutoGrader.Tests.Core.Grading.Judge;

public sealed class SecondOpinionTests
{
    [Theory]
    [InlineData(JudgeOutcome.Given, 1, false, false)]
    [InlineData(JudgeOutcome.Given, 0.5, false, true)]
    [InlineData(JudgeOutcome.Given, 1, true, true)]
    [InlineData(JudgeOutcome.Void, 0, false, false)]
    [InlineData(JudgeOutcome.Unavailable, 0, false, false)]
    [InlineData(JudgeOutcome.NotAsked, 0, false, false)]
    public void Only_disagreement_changes_anything_and_it_changes_only_who_decides(
        JudgeOutcome outcome, decimal points, bool wasInReview, bool isInReview)
    {
        var score = Score(wasInReview);
        var opinion = new JudgeOpinion { Outcome = outcome, Judge = "m", Points = Points.FromValue(points) };

        var weighed = SecondOpinion.Weigh(score, opinion);

        Assert.Equal(score with { NeedsReview = isInReview, Opinion = opinion }, weighed);
    }

    private static CriterionScore Score(bool needsReview) => new()
    {
        CriterionId = "1.1a",
        CriterionText = new LocalizedText("It remembers.", "Es merkt sich etwas."),
        Maximum = Points.FromValue(1),
        Points = Points.FromValue(1),
        Confidence = 0.9,
        NeedsReview = needsReview,
        Rationale = new LocalizedText("Said.", "Gesagt."),
    };
}
