namespace AutoGrader.Core.Rubrics;

/// <summary>
/// How far a student's number may be from the expected one, in any of three ways: numbers are rounded by hand. Beside these a number always
/// counts that is the expected one rounded to the decimals the student shows.
/// </summary>
/// <param name="Absolute">Largest absolute difference, not negative.</param>
/// <param name="Relative">Largest difference as a share of the expected number, not negative.</param>
/// <param name="SignificantDigits">
/// The significant digits that suffice, at least 1: with 3, 1230 stands for 1234. <c>null</c> where they decide nothing.
/// </param>
public sealed record NumberTolerance(double Absolute, double Relative, int? SignificantDigits = null)
{
    /// <summary>The tolerance of computations that do not set one.</summary>
    public static NumberTolerance Default { get; } = Both(0.005);

    /// <summary>The same number as absolute and as relative difference.</summary>
    public static NumberTolerance Both(double difference) => new(difference, difference);
}
