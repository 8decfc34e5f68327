namespace AutoGrader.Numerics;

/// <summary>
/// When two numbers count as equal: their difference is at most the absolute or at most the relative tolerance. <c>default</c> is exact.
/// </summary>
/// <param name="Absolute">Largest absolute difference, not negative.</param>
/// <param name="Relative">Largest difference as a share of the expected number's magnitude, not negative.</param>
public readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>Whether a number counts as the expected one. NaN equals nothing; infinities equal themselves.</summary>
    public bool Accepts(double expected, double actual) =>
        (expected.Equals(actual) && !double.IsNaN(actual))
        || Math.Abs(actual - expected) <= Math.Max(Absolute, Relative * Magnitude(expected));

    // Without this an infinite expectation would accept every number.
    private static double Magnitude(double expected) => double.IsFinite(expected) ? Math.Abs(expected) : 0;
}
