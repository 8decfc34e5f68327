namespace AutoGrader.Application.Isolation;

/// <summary>
/// Lets those pass whom a person waits for: while any of them is there, work that nobody watches begins no further file, for a while. It
/// bounds what it asks for, so that a steady stream of people slows the other work and never stops it.
/// </summary>
public sealed class RightOfWay(TimeProvider clock)
{
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(4);

    private readonly Lock _changing = new();
    private int _passing;
    private TaskCompletionSource? _free;

    /// <summary>Passes until the result is disposed.</summary>
    public IDisposable Take()
    {
        lock (_changing)
        {
            if (_passing++ == 0)
                _free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return new Passage(this);
    }

    /// <summary>Waits until nobody passes, or patience ends.</summary>
    public async Task YieldAsync(CancellationToken cancellationToken)
    {
        Task? free;
        lock (_changing)
        {
            free = _free?.Task;
        }
        if (free is null)
            return;
        try
        {
            await free.WaitAsync(MostPatience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Its turn has come all the same.
        }
    }

    private void Leave()
    {
        TaskCompletionSource? free = null;
        lock (_changing)
        {
            if (--_passing == 0)
                (free, _free) = (_free, null);
        }
        free?.SetResult();
    }

    private sealed class Passage(RightOfWay way) : IDisposable
    {
        private RightOfWay? _way = way;

        public void Dispose() => Interlocked.Exchange(ref _way, null)?.Leave();
    }
}
