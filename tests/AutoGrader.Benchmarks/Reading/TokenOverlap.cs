namespace AutoGrader.Benchmarks.Reading;

/// <summary>How far two lists of tokens are the same.</summary>
/// <param name="F1">2·shared / (typed + read), each token as often as it occurs, order left aside; 1 where both are empty.</param>
/// <param name="OrderedF1">The same with the longest common subsequence for the shared ones.</param>
/// <param name="Missing">The typed tokens that were not read.</param>
/// <param name="Foreign">The read tokens that were not typed.</param>
internal sealed record TokenOverlap(double F1, double OrderedF1, IReadOnlyList<string> Missing, IReadOnlyList<string> Foreign)
{
    public static TokenOverlap Of(List<string> typed, List<string> read)
    {
        var missing = Difference(typed, read);
        return new TokenOverlap(
            Share(typed.Count - missing.Count), Share(CommonSubsequence(typed, read)), missing, Difference(read, typed));

        double Share(int shared) => typed.Count + read.Count == 0 ? 1 : 2.0 * shared / (typed.Count + read.Count);
    }

    private static List<string> Difference(List<string> left, List<string> right)
    {
        var rest = right.CountBy(t => t).ToDictionary();
        return [.. left.Where(t => !rest.TryGetValue(t, out var n) || (rest[t] = n - 1) < 0)];
    }

    private static int CommonSubsequence(List<string> left, List<string> right)
    {
        var above = new int[right.Count + 1];
        foreach (var token in left)
        {
            var row = new int[right.Count + 1];
            for (var j = 1; j <= right.Count; j++)
                row[j] = token == right[j - 1] ? above[j - 1] + 1 : Math.Max(above[j], row[j - 1]);
            above = row;
        }

        return above[^1];
    }
}
