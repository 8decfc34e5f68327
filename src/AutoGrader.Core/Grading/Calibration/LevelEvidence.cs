namespace AutoGrader.Core.Grading.Calibration;

/// <summary>What speaks for each level of a criterion, before it is weighed.</summary>
/// <param name="Scores">What answers like this one earned (<see cref="Learning.LevelModel"/>): a score for each level.</param>
/// <param name="Prior">The share of each level among all graded answers.</param>
/// <param name="Judged">The index of the level that the rubric's rules give; <c>null</c> where there is no rubric.</param>
/// <param name="JudgedConfidence">How sure the rules are by their own account, 0 to 1.</param>
internal sealed record LevelEvidence(IReadOnlyList<double> Scores, IReadOnlyList<double> Prior, int? Judged, double JudgedConfidence)
{
    private const double Surest = 0.98;

    /// <summary>The number of weights that <see cref="Features"/> need.</summary>
    public const int FeatureCount = 4;

    /// <summary>The number of levels.</summary>
    public int Levels => Scores.Count;

    /// <summary>
    /// What speaks for a level, in numbers. The second one, with weight 1 and nothing else, gives the judged level the rules' own
    /// confidence.
    /// </summary>
    public double[] Features(int level)
    {
        var confidence = Math.Clamp(JudgedConfidence, 1 - Surest, Surest);
        var isJudged = level == Judged ? 1.0 : 0;
        return
        [
            Scores[level],
            isJudged * Math.Log(confidence / (1 - confidence) * (Levels - 1)),
            isJudged,
            Math.Log(Prior[level]),
        ];
    }
}
