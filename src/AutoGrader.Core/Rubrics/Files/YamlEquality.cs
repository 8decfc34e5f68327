namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// Compares values without their places: comments, layout and quotes do not count, the order of keys does. Where this says "the same",
/// whatever is read from both is the same.
/// </summary>
internal static class YamlEquality
{
    /// <summary>Whether two values are the same; two that are missing are.</summary>
    public static bool Same(YamlNode? left, YamlNode? right) => (left, right) switch
    {
        (null, null) => true,
        (YamlScalar a, YamlScalar b) => a.Value == b.Value && a.IsMissing == b.IsMissing,
        (YamlList a, YamlList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => Same(p.First, p.Second)),
        (YamlMap a, YamlMap b) => a.Entries.Count == b.Entries.Count
            && a.Entries.Zip(b.Entries).All(p => p.First.Key.Value == p.Second.Key.Value && Same(p.First.Value, p.Second.Value)),
        _ => false,
    };

    /// <summary>The keys of two mappings whose values differ, in ordinal order.</summary>
    public static IReadOnlyList<string> ChangedKeys(YamlMap left, YamlMap right, params IReadOnlyCollection<string> except) =>
    [
        .. left.Entries.Concat(right.Entries).Select(e => e.Key.Value).Distinct(StringComparer.Ordinal)
            .Where(key => !except.Contains(key) && !Same(ValueOf(left, key), ValueOf(right, key)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The value of a key; <c>null</c> where there is none.</summary>
    public static YamlNode? ValueOf(YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
}
