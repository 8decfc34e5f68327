using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// When a student's number counts as the expected one: within the rubric's tolerance, or rounded to the decimals the student shows
/// (0.6 is 0.577, 1 is not 0.6: whole numbers are taken as exact, and so are fractions).
/// </summary>
internal sealed class EntryTolerance(NumberTolerance tolerance)
{
    // A student who rounds 0.125 up and one who rounds it down are both right.
    private const double HalfUnit = 0.5001;

    private readonly Tolerance _tolerance = new(tolerance.Absolute, tolerance.Relative);

    public bool Accepts(double expected, MatrixEntry entry) => Accepts(expected, entry.Value ?? double.NaN, UnitOf(entry.Text));

    /// <summary>Whether a number counts as the expected one; NaN never does.</summary>
    /// <param name="expected">The expected number.</param>
    /// <param name="value">The student's number.</param>
    /// <param name="unit">The place value of the last decimal the student shows: <see cref="UnitOf"/>.</param>
    public bool Accepts(double expected, double value, double unit)
    {
        var difference = Math.Abs(value - expected);
        if (difference <= HalfSignificantUnit(expected))
            return true;
        // A share of a large whole number is more than one: 151 is not 150.
        return unit == 0 && IsWhole(value) && IsWhole(expected)
            ? difference < 0.5
            : _tolerance.Accepts(expected, value) || difference <= unit * HalfUnit;
    }

    /// <summary>Whether a number is refused so narrowly that rounding along the way could be the reason.</summary>
    public bool NarrowlyRefuses(double expected, double value, double unit)
    {
        var allowed = Math.Max(tolerance.Absolute, tolerance.Relative * Math.Abs(expected));
        return !Accepts(expected, value, unit)
            && Math.Abs(value - expected) <= Math.Max(3 * Math.Max(allowed, HalfSignificantUnit(expected)), 0.9 * unit);
    }

    /// <summary>The place value of the last decimal shown: 0.01 in 0.58; 0 where none is shown, as in 3 and 1/2.</summary>
    public static double UnitOf(string text)
    {
        var digits = text.AsSpan().Trim();
        var point = digits.LastIndexOfAny('.', ',');
        var decimals = digits.Length - point - 1;
        var isDecimal = point >= 0 && decimals is >= 1 and <= 15 && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9');
        return isDecimal ? Math.Pow(10, -decimals) : 0;
    }

    private double HalfSignificantUnit(double expected) =>
        tolerance.SignificantDigits is { } digits && expected != 0 && double.IsFinite(expected)
            ? HalfUnit * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(expected))) + 1 - digits)
            : 0;

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9;
}
