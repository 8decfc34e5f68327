namespace AutoGrader.Core.Grading.Calibration;

/// <summary>What speaks for each level of a criterion, before it is weighed.</summary>
/// <param name="Scores">What answers like this one earned (<see cref="Learning.LevelModel"/>): a score for each level.</param>
/// <param name="Prior">The share of each level among all graded answers.</param>
/// <param name="Likeness">How like this answer the likest graded one is that earned each level: a cosine, 0 to 1.</param>
/// <param name="Judged">The index of the level that the rubric's rules give; <c>null</c> where there is no rubric.</param>
/// <param name="JudgedConfidence">How sure the rules are by their own account, 0 to 1.</param>
internal sealed record LevelEvidence(
    IReadOnlyList<double> Scores, IReadOnlyList<double> Prior, IReadOnlyList<double> Likeness, int? Judged, double JudgedConfidence)
{
    private const double Surest = 0.98;
    private const double LikeEnough = 0.3;

    /// <summary>The number of weights that <see cref="Features"/> need.</summary>
    public const int FeatureCount = 4;

    /// <summary>The number of levels.</summary>
    public int Levels => Scores.Count;

    /// <summary>
    /// Whether a level may be decided on. Graded answers overrule the rules only where one that earned the level is like this one:
    /// keywords, nonsense and ideas nobody has had before resemble none, and all that speaks for a level is then how often others earned
    /// it.
    /// </summary>
    public bool Supports(int level) => level == Judged || Likeness[level] >= LikeEnough;

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
