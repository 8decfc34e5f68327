namespace AutoGrader.Core.Review;

/// <summary>How well two marks of the same answers agree.</summary>
/// <param name="Count">How many pairs there are.</param>
/// <param name="Exact">The share of pairs that are the same, 0 to 1; 1 where there are none.</param>
/// <param name="MeanDifference">The mean of second minus first, in points; 0 where there are none.</param>
/// <param name="Kappa">See <see cref="QuadraticWeightedKappa"/>.</param>
public sealed record MarkAgreement(int Count, double Exact, double MeanDifference, double Kappa)
{
    /// <summary>The agreement of pairs.</summary>
    public static MarkAgreement Of(IReadOnlyCollection<(Points First, Points Second)> pairs) => new(
        pairs.Count,
        pairs.Count == 0 ? 1 : (double)pairs.Count(p => p.First == p.Second) / pairs.Count,
        pairs.Count == 0 ? 0 : pairs.Average(p => (p.Second.HalfPoints - p.First.HalfPoints) / 2.0),
        QuadraticWeightedKappa([.. pairs.Select(p => (p.First.Value, p.Second.Value))]));

    /// <summary>
    /// Cohen's kappa with weights (i - j)²: 1 - Σ observed disagreement / Σ disagreement expected from the two marginal distributions
    /// (Cohen, "Weighted kappa", Psychological Bulletin 70, 1968). From at most 1, where all agree, through 0, where it is as by chance,
    /// to below. 1 where there is nothing to disagree on.
    /// </summary>
    public static double QuadraticWeightedKappa(IReadOnlyCollection<(decimal First, decimal Second)> pairs)
    {
        var firsts = pairs.CountBy(p => p.First).ToList();
        var seconds = pairs.CountBy(p => p.Second).ToList();
        var observed = pairs.Sum(p => Square(p.First - p.Second));
        var expected = firsts.Sum(f => seconds.Sum(s => f.Value * s.Value * Square(f.Key - s.Key)));
        return expected == 0 ? 1 : (double)(1 - (observed * pairs.Count / expected));
    }

    private static decimal Square(decimal difference) => difference * difference;
}
