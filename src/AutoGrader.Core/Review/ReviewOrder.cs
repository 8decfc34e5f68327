namespace AutoGrader.Core.Review;

/// <summary>Puts first what changes most: the decision with the largest expected effect on marks and grades.</summary>
public static class ReviewOrder
{
    // A point that may decide on a grade counts as much as two others.
    private const double WeightAtThreshold = 2;

    /// <summary>
    /// The groups with the largest effect first. Ties stay in the order given, except that what could not be read of one report stays
    /// together: whoever opens it decides all of it.
    /// </summary>
    /// <param name="groups">The groups.</param>
    /// <param name="thresholds">Points of the sheet from which on a better grade is given, such as those to pass; may be empty.</param>
    public static IReadOnlyList<ReviewGroup> Sort(IEnumerable<ReviewGroup> groups, IReadOnlyList<Points> thresholds) =>
    [
        .. Placed(groups).OrderByDescending(g => EffectOf(g.Group, thresholds)).ThenBy(g => g.Report).Select(g => g.Group),
    ];

    /// <summary>Groups with the place of the report to be read for them; 0 for all whose answers are known.</summary>
    private static IEnumerable<(ReviewGroup Group, int Report)> Placed(IEnumerable<ReviewGroup> groups)
    {
        var reports = new Dictionary<Guid, int>();
        foreach (var group in groups)
        {
            if (group.First.Likeness.Reason is null)
                reports.TryAdd(group.First.SubmissionId, reports.Count + 1);
            yield return (group, group.First.Likeness.Reason is null ? reports[group.First.SubmissionId] : 0);
        }
    }

    /// <summary>
    /// The points that a decision is expected to change: for each item, the chance that the suggestion is wrong times the points at
    /// stake, doubled where these may bring the submission across a threshold.
    /// </summary>
    public static double EffectOf(ReviewGroup group, IReadOnlyList<Points> thresholds) => Math.Round(
        group.Items.Sum(i => (1 - i.Confidence) * i.AtStake * (thresholds.Any(i.MayCross) ? WeightAtThreshold : 1)), 6);

    /// <summary>How many items the first decisions of an order settle.</summary>
    public static int SettledBy(IReadOnlyList<ReviewGroup> order, int decisions) => order.Take(decisions).Sum(g => g.Items.Count);
}
