using System.Globalization;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>Numbers as the tables print them.</summary>
internal static class Figures
{
    public static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Format(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Format(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Ratio(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{part}/{whole} {100.0 * part / Math.Max(1, whole):0.0} %");
}
