namespace AutoGrader.Application.Moodle;

/// <summary>Wakes whoever works on transfers in this process; those of other processes look by themselves.</summary>
internal sealed class TransferSignal
{
    private volatile TaskCompletionSource _raised = NewSource();

    public void Raise() => Interlocked.Exchange(ref _raised, NewSource()).TrySetResult();

    /// <summary>The next time that it is raised after this moment.</summary>
    public Task NextAsync() => _raised.Task;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
