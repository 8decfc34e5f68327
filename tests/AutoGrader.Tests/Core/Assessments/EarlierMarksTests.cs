using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;

namespace AutoGrader.Tests.Core.Assessments;

public sealed class EarlierMarksTests
{
    [Fact]
    public void Other_points_than_decided_before_are_for_a_person()
    {
        var score = Compare(Score(2), earlier: 1);

        Assert.True(score.NeedsReview);
        Assert.Equal(Points.FromHalfPoints(1), score.DecidedBefore);
        Assert.Contains("0.5 points", score.Rationale.English, StringComparison.Ordinal);
        Assert.Contains("0,5 Punkte", score.Rationale.German, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_points_stand() => Assert.Equal(Score(2), Compare(Score(2), earlier: 2));

    [Fact]
    public void A_persons_decision_stands()
    {
        var decided = Score(2) with { Override = new Override("me", "why", Points.Zero) };

        Assert.Equal(decided, Compare(decided, earlier: 1));
    }

    private static CriterionScore Compare(CriterionScore score, int earlier)
    {
        var question = new QuestionScore { QuestionId = "1", Title = new("t", "t"), Answer = "", Criteria = [score] };
        return EarlierMarks.Compare(
            new Assessment { Questions = [question] },
            new Dictionary<string, Points> { ["1a"] = Points.FromHalfPoints(earlier) }).Questions[0].Criteria[0];
    }

    private static CriterionScore Score(int halfPoints) => new()
    {
        CriterionId = "1a",
        CriterionText = new("c", "c"),
        Maximum = Points.FromHalfPoints(2),
        Points = Points.FromHalfPoints(halfPoints),
        Confidence = 0.9,
        NeedsReview = false,
        Rationale = new("r", "r"),
    };
}
