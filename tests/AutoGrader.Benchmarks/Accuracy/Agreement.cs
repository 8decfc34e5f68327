namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>How well suggested points agree with true ones.</summary>
internal sealed record Agreement(int Count, double Exact, double MeanAbsoluteError, double Kappa, double Automatic, int SilentErrors)
{
    public static Agreement Of(IReadOnlyCollection<CriterionOutcome> outcomes) => new(
        outcomes.Count,
        Share(outcomes, o => o.IsExact),
        outcomes.Count == 0 ? 0 : (double)outcomes.Average(o => Math.Abs(o.Suggested - o.True)),
        QuadraticWeightedKappa([.. outcomes.Select(o => (o.Suggested, o.True))]),
        Share(outcomes, o => o.IsAutomatic),
        outcomes.Count(o => o.IsSilentError));

    /// <summary>
    /// Cohen's kappa with weights (i - j)²: 1 - Σ observed disagreement / Σ disagreement expected from the two marginal distributions
    /// (Cohen 1968). 1 where all agree and there is nothing to disagree on.
    /// </summary>
    public static double QuadraticWeightedKappa(IReadOnlyCollection<(decimal Suggested, decimal True)> pairs)
    {
        double observed = 0, expected = 0;
        foreach (var one in pairs)
        {
            observed += Math.Pow((double)(one.Suggested - one.True), 2);
            foreach (var other in pairs)
                expected += Math.Pow((double)(one.Suggested - other.True), 2);
        }

        return expected == 0 ? 1 : 1 - observed * pairs.Count / expected;
    }

    private static double Share(IReadOnlyCollection<CriterionOutcome> outcomes, Func<CriterionOutcome, bool> condition) =>
        outcomes.Count == 0 ? 0 : (double)outcomes.Count(condition) / outcomes.Count;
}
