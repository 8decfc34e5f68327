using AutoGrader.Core;

namespace AutoGrader.Application.Remarking;

/// <summary>Bands of grades: the points of a sheet cut at shares of its maximum. What the grades are called is open.</summary>
public sealed class GradeBands
{
    private readonly int[] _halfPoints;

    /// <param name="shares">Shares from which on a better grade is given, more than 0 and at most 1, in any order.</param>
    /// <param name="maximum">The points of the sheet.</param>
    public GradeBands(IEnumerable<double> shares, Points maximum)
    {
        // Shares are typed as decimals: 0.55 of 20 points is 11, not a breath more.
        _halfPoints = [.. shares.Select(s => (int)decimal.Ceiling((decimal)s * maximum.HalfPoints)).Order()];
    }

    /// <summary>Passed with half of the points, then a third of a grade for each twentieth: 4.0, 3.7, 3.3 … 1.0.</summary>
    public static IReadOnlyList<double> UsualInGermany { get; } = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

    /// <summary>The shares that the settings name; the usual ones where they name none.</summary>
    public static IReadOnlyList<double> SharesOf(AutoGraderOptions options) =>
        options.GradeThresholds.Count > 0 ? options.GradeThresholds : UsualInGermany;

    /// <summary>The points at which a band begins, the lowest first.</summary>
    public IReadOnlyList<Points> Boundaries => [.. _halfPoints.Select(Points.FromHalfPoints)];

    /// <summary>How many boundaries are reached.</summary>
    public int Of(Points points) => _halfPoints.Count(h => points.HalfPoints >= h);
}
