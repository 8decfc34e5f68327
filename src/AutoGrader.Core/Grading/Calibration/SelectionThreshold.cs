namespace AutoGrader.Core.Grading.Calibration;

/// <summary>
/// From which probability on points may be decided without a person, so that at most a target share of what is decided is wrong.
/// </summary>
internal static class SelectionThreshold
{
    /// <summary>Nothing is decided.</summary>
    public const double Never = double.PositiveInfinity;

    /// <summary>
    /// The least threshold t with (1 + wrong at or above t) / (all at or above t) ≤ target, on cases that neither the model nor its weights
    /// have seen. The one added wrong case makes the bound hold in expectation for exchangeable cases, as in conformal selection (Jin and
    /// Candès 2023) and the knockoff+ filter (Barber and Candès 2015): with few cases it rules, and below 1/target cases nothing is
    /// decided.
    /// </summary>
    public static double Find(IEnumerable<double> right, IEnumerable<double> wrong, double target)
    {
        var cases = right.Select(p => (P: p, IsWrong: false)).Concat(wrong.Select(p => (P: p, IsWrong: true)))
            .GroupBy(c => c.P)
            .OrderByDescending(g => g.Key);
        var (all, errors, threshold) = (0, 1, Never);
        foreach (var tied in cases)
        {
            all += tied.Count();
            errors += tied.Count(c => c.IsWrong);
            if (errors <= target * all)
                threshold = tied.Key;
        }

        return threshold;
    }
}
