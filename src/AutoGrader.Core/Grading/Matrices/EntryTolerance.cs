using AutoGrader.Core.Reading;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// When a student's number counts as the expected one: within the rubric's tolerance, or rounded to the decimals the student shows
/// (0.6 is 0.577, 1 is not 0.6: whole numbers are taken as exact).
/// </summary>
internal sealed class EntryTolerance(double tolerance)
{
    // A student who rounds 0.125 up and one who rounds it down are both right.
    private const double HalfUnit = 0.5001;

    private readonly Tolerance _tolerance = new(tolerance, tolerance);

    public bool Accepts(double expected, MatrixEntry entry)
    {
        if (entry.Value is not { } value)
            return false;
        var unit = Unit(entry.Text);
        // A share of a large whole number is more than one: 151 is not 150.
        return unit == 0 && IsWhole(value) && IsWhole(expected)
            ? Math.Abs(value - expected) < 0.5
            : Accepts(expected, value, unit * HalfUnit);
    }

    /// <summary>Whether a number is refused so narrowly that rounding along the way could be the reason.</summary>
    public bool NarrowlyRefuses(double expected, MatrixEntry entry) =>
        entry.Value is { } value && !Accepts(expected, entry)
        && Math.Abs(value - expected) <= Math.Max(3 * tolerance * Math.Max(1, Math.Abs(expected)), 0.9 * Unit(entry.Text));

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9;

    private bool Accepts(double expected, double value, double rounding) =>
        _tolerance.Accepts(expected, value) || Math.Abs(value - expected) <= rounding;

    /// <summary>The place value of the last decimal shown, or 0 where none is.</summary>
    private static double Unit(string text)
    {
        var digits = text.AsSpan().Trim();
        var point = digits.LastIndexOfAny('.', ',');
        var decimals = digits.Length - point - 1;
        var isDecimal = point >= 0 && decimals is >= 1 and <= 15 && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9');
        return isDecimal ? Math.Pow(10, -decimals) : 0;
    }
}
