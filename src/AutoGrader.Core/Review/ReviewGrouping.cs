namespace AutoGrader.Core.Review;

/// <summary>Groups items by likeness. Pure and deterministic: the same items in the same order give the same groups.</summary>
public static class ReviewGrouping
{
    /// <summary>
    /// The groups, in the order of their first items. Within a group every item is like every other (complete linkage), so that no chain
    /// of small differences joins what is different.
    /// </summary>
    public static IReadOnlyList<ReviewGroup> Group(IEnumerable<ReviewItem> items)
    {
        var groups = new List<List<ReviewItem>>();
        var candidates = new Dictionary<(string, Points, string), List<Cluster>>();
        foreach (var item in items)
        {
            if (item.Likeness.Reason is not { } reason)
            {
                groups.Add([item]);
                continue;
            }
            var key = (item.CriterionId, item.Suggestion, reason);
            if (!candidates.TryGetValue(key, out var clusters))
                candidates.Add(key, clusters = []);
            var cluster = clusters.Find(c => c.Takes(item.Likeness));
            if (cluster is null)
            {
                clusters.Add(cluster = new Cluster());
                groups.Add(cluster.Items);
            }
            cluster.Add(item);
        }
        return [.. groups.Select(g => new ReviewGroup(g))];
    }

    private sealed class Cluster
    {
        // Copies are many, different answers few: each is compared once.
        private readonly Dictionary<string, ItemLikeness> _different = new(StringComparer.Ordinal);

        public List<ReviewItem> Items { get; } = [];

        public bool Takes(ItemLikeness likeness) =>
            _different.ContainsKey(likeness.Statement) || _different.Values.All(likeness.Serves);

        public void Add(ReviewItem item)
        {
            _different.TryAdd(item.Likeness.Statement, item.Likeness);
            Items.Add(item);
        }
    }
}
