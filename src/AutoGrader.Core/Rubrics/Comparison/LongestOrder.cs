namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>Which of the same things were moved.</summary>
internal static class LongestOrder
{
    /// <summary>
    /// Those that must be moved to bring one order into the other, as few as possible: the others are a longest common subsequence
    /// (of permutations, a longest increasing one).
    /// </summary>
    /// <param name="before">The things, each once.</param>
    /// <param name="after">The same things in another order.</param>
    public static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : notnull
    {
        var places = before.Index().ToDictionary(b => b.Item, b => b.Index);
        // lengths[i]: the longest increasing run of places that ends with after[i].
        var (lengths, previous) = (new int[after.Count], new int[after.Count]);
        for (var i = 0; i < after.Count; i++)
        {
            (lengths[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[after[j]] < places[after[i]] && lengths[j] >= lengths[i])
                    (lengths[i], previous[i]) = (lengths[j] + 1, j);
        }
        var kept = new HashSet<T>();
        for (var i = after.Count == 0 ? -1 : Array.IndexOf(lengths, lengths.Max()); i >= 0; i = previous[i])
            kept.Add(after[i]);
        return [.. after.Where(item => !kept.Contains(item))];
    }
}
