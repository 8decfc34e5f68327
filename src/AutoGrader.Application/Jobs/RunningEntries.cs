using System.Collections.Concurrent;

namespace AutoGrader.Application.Jobs;

/// <summary>The service's entries that this process works on at this moment. Thread-safe.</summary>
internal sealed class RunningEntries(TimeProvider clock, JobMeter meter)
{
    private readonly ConcurrentDictionary<Guid, RunningEntry> _entries = new();

    /// <summary>What is being worked on.</summary>
    public IReadOnlyCollection<RunningEntry> All => [.. _entries.Values];

    /// <summary>Begins work on a claimed entry; dispose it at the end.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="cancellationToken">Asks the process to stop.</param>
    public RunningEntry Begin(Guid id, CancellationToken cancellationToken)
    {
        var entry = new RunningEntry(id, clock, meter, ended => _entries.TryRemove(new(ended.Id, ended)), cancellationToken);
        // Two of the same entry: it was lost and claimed again while the first work had not noticed.
        _entries.AddOrUpdate(id, entry, (_, former) =>
        {
            former.Lose();
            return entry;
        });
        return entry;
    }
}

/// <summary>Work on an entry.</summary>
internal sealed class RunningEntry : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Action<RunningEntry> _ended;
    private readonly TimeProvider _clock;
    private readonly JobMeter _meter;
    private long _since;

    public RunningEntry(Guid id, TimeProvider clock, JobMeter meter, Action<RunningEntry> ended, CancellationToken cancellationToken)
    {
        Id = id;
        _clock = clock;
        _meter = meter;
        _ended = ended;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _since = clock.GetTimestamp();
        Token = _stop.Token;
    }

    public Guid Id { get; }

    /// <summary>Ends the work: the process stops, or the entry was lost.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the entry belongs to somebody else by now, or was cancelled.</summary>
    public bool IsLost { get; private set; }

    /// <summary>What is being done.</summary>
    public string? Stage { get; private set; }

    /// <summary>The stage that the ledger knows.</summary>
    public string? ToldStage { get; set; }

    /// <summary>Begins a stage.</summary>
    public void Enter(string? stage)
    {
        var now = _clock.GetTimestamp();
        if (Stage is { } former)
            _meter.Add(former, _clock.GetElapsedTime(_since, now));
        _since = now;
        Stage = stage;
    }

    /// <summary>Ends the work because its result could not be saved any more.</summary>
    public void Lose()
    {
        IsLost = true;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in this moment.
        }
    }

    public void Dispose()
    {
        Enter(null);
        _ended(this);
        _stop.Dispose();
    }
}
