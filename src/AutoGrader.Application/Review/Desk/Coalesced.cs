namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Work that sees what there is when it begins, one at a time. Who asks while it runs gets the next one; who asks while that waits shares
/// it: five people who ask at once make it run twice at most. Thread-safe.
/// </summary>
internal sealed class Coalesced<T>
{
    private readonly Lock _asking = new();
    private Task _last = Task.CompletedTask;
    private Task<T>? _waiting;

    /// <summary>The result of work that begins after this call, be it the caller's or that of another who waits.</summary>
    /// <param name="work">The work; it is not ended with the caller, because others may wait for it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<T> AskAsync(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        lock (_asking)
        {
            if (_waiting is null)
            {
                var before = _last;
                _last = _waiting = Task.Run(() => RunAsync(before, work), CancellationToken.None);
            }
            return _waiting.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> RunAsync(Task before, Func<Task<T>> work)
    {
        // Its failure is told to those who asked for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_asking)
        {
            _waiting = null;
        }
        return await work();
    }
}
