namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Who has which group open, so that those who ask for the next one are given different ones. A courtesy of this process and no lock:
/// anybody may open and decide anything, and what was decided in the meantime is refused. Thread-safe.
/// </summary>
internal sealed class OpenCases(TimeProvider clock)
{
    // Long enough to read an answer, short enough that one who has gone home keeps nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock _changing = new();
    private readonly Dictionary<(Guid Run, string Person), (string Key, DateTimeOffset Until)> _open = [];

    /// <summary>Notes that a person has a group open, and no longer the one before.</summary>
    public void Open(Guid run, string key, string person)
    {
        var now = clock.GetUtcNow();
        lock (_changing)
        {
            foreach (var (old, _) in _open.Where(o => o.Value.Until < now).ToList())
                _open.Remove(old);
            _open[(run, person)] = (key, now + Patience);
        }
    }

    /// <summary>The groups that others have open, with one of them each.</summary>
    public IReadOnlyDictionary<string, string> OfOthers(Guid run, string person)
    {
        var now = clock.GetUtcNow();
        lock (_changing)
        {
            return _open.Where(o => o.Key.Run == run && o.Key.Person != person && o.Value.Until >= now)
                .GroupBy(o => o.Value.Key, o => o.Key.Person, StringComparer.Ordinal)
                .ToDictionary(o => o.Key, o => o.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);
        }
    }
}
