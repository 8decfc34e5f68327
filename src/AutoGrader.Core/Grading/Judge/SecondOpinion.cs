namespace AutoGrader.Core.Grading.Judge;

/// <summary>
/// What a judge's opinion does to a score: it is noted, and where it disagrees a person decides. It never changes points and never raises
/// confidence: a judge can be talked into anything by the answer it reads.
/// </summary>
public static class SecondOpinion
{
    /// <summary>The score with the opinion.</summary>
    public static CriterionScore Weigh(CriterionScore score, JudgeOpinion opinion) => score with
    {
        Opinion = opinion,
        NeedsReview = score.NeedsReview || (opinion.Outcome == JudgeOutcome.Given && opinion.Points != score.Points),
    };
}
