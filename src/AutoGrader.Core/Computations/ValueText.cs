using System.Globalization;

namespace AutoGrader.Core.Computations;

/// <summary>Computed numbers as people write them, invariant.</summary>
public static class ValueText
{
    /// <summary>
    /// At most four decimals, none where there are none; four digits and an exponent where that would hide a number, or it has more than
    /// fifteen digits.
    /// </summary>
    public static string Of(double value) => value.ToString(
        value != 0 && Math.Abs(value) is < 0.001 or >= 1e15 ? "0.###E+0" : "0.####", CultureInfo.InvariantCulture);
}
