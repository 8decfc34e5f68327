using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;

namespace AutoGrader.Tests.Core.Assessments;

public sealed class OverrideApplierTests
{
    private static readonly LocalizedText Text = new("Idea", "Gedanke");

    private static readonly Assessment Machine = new()
    {
        Questions =
        [
            new QuestionScore { QuestionId = "1.1", Title = Text, Answer = "memory", Criteria = [Score("1.1a", 0.5m), Score("1.1b", 1)] },
        ],
    };

    [Fact]
    public void Apply_Decision_TakesTheMachinesPlaceAndKeepsItsPoints()
    {
        var (assessment, refused) = OverrideApplier.Apply(Machine, [Decide("1.1a", 1)]);

        var score = assessment.Questions[0].Criteria[0];
        Assert.Empty(refused);
        Assert.Equal(Points.FromValue(1), score.Points);
        Assert.Equal(
            new Override("tutor", "explained well", Points.FromValue(0.5m)) { MachineConfidence = 0.5, WasAsked = true }, score.Override);
        Assert.Equal((1.0, false), (score.Confidence, score.NeedsReview));
        Assert.True(assessment.Questions[0].Criteria[1].NeedsReview);
        Assert.Equal(Points.FromValue(0.5m), Machine.Questions[0].Criteria[0].Points);
    }

    [Fact]
    public void Apply_TwoDecisionsOnOneCriterion_TheLastCountsAndTheMachinesPointsStay()
    {
        var score = OverrideApplier.Apply(Machine, [Decide("1.1a", 1), Decide("1.1a", 0)]).Assessment.Questions[0].Criteria[0];

        Assert.Equal(Points.Zero, score.Points);
        Assert.Equal(Points.FromValue(0.5m), score.Override!.MachinePoints);
    }

    [Theory]
    [InlineData("1.9z", 1, "tutor", "1.9z")]
    [InlineData("1.1a", 1.5, "tutor", "1.5")]
    [InlineData("1.1a", 1, " ", "who made it")]
    public void Apply_ImpossibleDecision_IsRefusedWithAReasonAndChangesNothing(string criterion, double points, string by, string reason)
    {
        var (assessment, refused) = OverrideApplier.Apply(Machine, [new Decision(criterion, Points.FromValue((decimal)points), by, "")]);

        Assert.Contains(reason, Assert.Single(refused).Reason.English, StringComparison.Ordinal);
        Assert.All(assessment.Questions[0].Criteria, c => Assert.Null(c.Override));
    }

    private static Decision Decide(string criterion, decimal points) => new(criterion, Points.FromValue(points), "tutor", "explained well");

    private static CriterionScore Score(string id, decimal points) => new()
    {
        CriterionId = id,
        CriterionText = Text,
        Maximum = Points.FromValue(1),
        Points = Points.FromValue(points),
        Confidence = 0.5,
        NeedsReview = true,
        Rationale = Text,
    };
}
