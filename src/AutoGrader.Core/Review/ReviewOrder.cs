namespace AutoGrader.Core.Review;

/// <summary>Puts first what changes most: the decision with the largest expected effect on marks and grades.</summary>
public static class ReviewOrder
{
    // A point that may decide on a grade counts as much as two others.
    private const double WeightAtThreshold = 2;

    /// <summary>The groups with the largest effect first; ties by criterion, then by key.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="thresholds">Points of the sheet from which on a better grade is given, such as those to pass; may be empty.</param>
    public static IReadOnlyList<ReviewGroup> Sort(IEnumerable<ReviewGroup> groups, IReadOnlyList<Points> thresholds) =>
    [
        .. groups.OrderByDescending(g => EffectOf(g, thresholds))
            .ThenBy(g => g.First.CriterionId, StringComparer.Ordinal)
            .ThenBy(g => g.Key, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The points that a decision is expected to change: for each item, the chance that the suggestion is wrong times the points at
    /// stake, doubled where these may bring the submission across a threshold.
    /// </summary>
    public static double EffectOf(ReviewGroup group, IReadOnlyList<Points> thresholds) => Math.Round(
        group.Items.Sum(i => (1 - i.Confidence) * i.AtStake * (thresholds.Any(i.MayCross) ? WeightAtThreshold : 1)), 6);

    /// <summary>How many items the first decisions of an order settle.</summary>
    public static int SettledBy(IReadOnlyList<ReviewGroup> order, int decisions) => order.Take(decisions).Sum(g => g.Items.Count);
}
