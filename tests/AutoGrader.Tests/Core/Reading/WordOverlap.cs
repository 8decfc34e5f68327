namespace AutoGrader.Tests.Core.Reading;

/// <summary>How many words two texts share, order left aside.</summary>
internal static class WordOverlap
{
    public static (double Recall, double Precision) Of(string expected, string actual)
    {
        var left = Count(expected);
        var right = Count(actual);
        var shared = left.Sum(p => Math.Min(p.Value, right.GetValueOrDefault(p.Key)));
        return (Share(shared, left.Values.Sum()), Share(shared, right.Values.Sum()));
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static Dictionary<string, int> Count(string text) =>
        text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Any(char.IsLetterOrDigit)).CountBy(w => w).ToDictionary();
}
