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
        var candidates = new Dictionary<(string, Points, string), Clusters>();
        foreach (var item in items)
        {
            if (item.Likeness.Reason is not { } reason)
            {
                groups.Add([item]);
                continue;
            }
            var key = (item.CriterionId, item.Suggestion, reason);
            if (!candidates.TryGetValue(key, out var clusters))
                candidates.Add(key, clusters = new Clusters());
            var (cluster, isNew) = clusters.Take(item.Likeness);
            if (isNew)
                groups.Add(cluster.Items);
            cluster.Items.Add(item);
        }
        return [.. groups.Select(g => new ReviewGroup(g))];
    }

    /// <summary>
    /// The same groups of items that are grouped alike but have changed otherwise (their total, their confidence).
    /// </summary>
    /// <param name="groups">The groups of the former items.</param>
    /// <param name="items">The items as they are now, by submission; all of one criterion.</param>
    public static IReadOnlyList<ReviewGroup> Renew(IReadOnlyList<ReviewGroup> groups, IReadOnlyDictionary<Guid, ReviewItem> items) =>
        [.. groups.Select(g => g.Renew([.. g.Items.Select(i => items[i.SubmissionId])]))];

    /// <summary>Clusters of items with one reason. Each item goes to the first one that takes it.</summary>
    private sealed class Clusters
    {
        private readonly List<Cluster> _clusters = [];
        private readonly LikenessIndex _byFirst = new();

        // A cluster that takes an answer takes its copies, and those before it, which refused it, still would.
        private readonly Dictionary<string, Cluster> _byStatement = new(StringComparer.Ordinal);

        public (Cluster Cluster, bool IsNew) Take(ItemLikeness likeness)
        {
            if (_byStatement.TryGetValue(likeness.Statement, out var known))
                return (known, false);
            var words = likeness.Words;
            // Whoever is like all of a cluster is like its first.
            var found = words is null ? null
                : _byFirst.Candidates(words).Select(n => _clusters[n]).FirstOrDefault(c => c.Different.TrueForAll(likeness.Serves));
            var cluster = found ?? new Cluster();
            if (found is null)
            {
                if (words is not null)
                    _byFirst.Add(_clusters.Count, words);
                _clusters.Add(cluster);
            }
            cluster.Different.Add(likeness);
            _byStatement.Add(likeness.Statement, cluster);
            return (cluster, found is null);
        }
    }

    private sealed class Cluster
    {
        public List<ReviewItem> Items { get; } = [];

        /// <summary>The different answers among the items. Copies are many, different answers few: each is compared once.</summary>
        public List<ItemLikeness> Different { get; } = [];
    }
}
