namespace AutoGrader.Application.Jobs;

/// <summary>Wakes the <see cref="LedgerWorker"/> of this process; it and those of others find in the ledger what waits.</summary>
internal sealed class LedgerSignal : IJobPoke
{
    private volatile TaskCompletionSource _poked = NewSource();

    public bool IsIdle => true;

    public void Poke(IReadOnlyList<JobPoke> entries)
    {
        if (entries.Count > 0)
            Interlocked.Exchange(ref _poked, NewSource()).TrySetResult();
    }

    /// <summary>The next poke after this moment.</summary>
    public Task NextAsync() => _poked.Task;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
