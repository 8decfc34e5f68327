namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>
/// Numbers for the levels of a criterion in both rubrics, equal where they stand for one another. Levels have no name, so that is a
/// matter of likeness: the same text, else the same phrases, else the same points, else the same place.
/// </summary>
internal sealed class LevelPairs
{
    private readonly Dictionary<Level, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public LevelPairs(IReadOnlyList<Level> before, IReadOnlyList<Level> after)
    {
        foreach (var (place, level) in after.Index())
            _numbers[level] = place + 1;
        var (old, fresh) = (before.ToList(), after.ToList());
        Pair(old, fresh, (a, b) => a.Text == b.Text);
        Pair(old, fresh, (a, b) => a.Says.SequenceEqual(b.Says));
        Pair(old, fresh, (a, b) => a.Points == b.Points);
        Pair(old, fresh, (a, b) => IndexOf(before, a) == IndexOf(after, b));
        var next = after.Count;
        foreach (var level in old)
            _numbers[level] = ++next;
    }

    /// <summary>The level's number from 1: its place in the later rubric, or one behind these for a level that is gone.</summary>
    public int NumberOf(Level level) => _numbers[level];

    private void Pair(List<Level> old, List<Level> fresh, Func<Level, Level, bool> areAlike)
    {
        foreach (var level in old.ToList())
        {
            if (fresh.Find(candidate => areAlike(level, candidate)) is not { } partner)
                continue;
            _numbers[level] = _numbers[partner];
            old.Remove(level);
            fresh.Remove(partner);
        }
    }

    private static int IndexOf(IReadOnlyList<Level> levels, Level level) =>
        levels.Index().First(l => ReferenceEquals(l.Item, level)).Index;
}
