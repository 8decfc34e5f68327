using AutoGrader.Core.Review;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>How well suggested points agree with true ones.</summary>
internal sealed record Agreement(int Count, double Exact, double MeanAbsoluteError, double Kappa, double Automatic, int SilentErrors)
{
    public static Agreement Of(IReadOnlyCollection<CriterionOutcome> outcomes) => new(
        outcomes.Count,
        Share(outcomes, o => o.IsExact),
        outcomes.Count == 0 ? 0 : (double)outcomes.Average(o => Math.Abs(o.Suggested - o.True)),
        MarkAgreement.QuadraticWeightedKappa([.. outcomes.Select(o => (o.Suggested, o.True))]),
        Share(outcomes, o => o.IsAutomatic),
        outcomes.Count(o => o.IsSilentError));

    private static double Share(IReadOnlyCollection<CriterionOutcome> outcomes, Func<CriterionOutcome, bool> condition) =>
        outcomes.Count == 0 ? 0 : (double)outcomes.Count(condition) / outcomes.Count;
}
