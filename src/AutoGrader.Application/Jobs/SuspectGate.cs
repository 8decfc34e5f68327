namespace AutoGrader.Application.Jobs;

/// <summary>
/// Lets any number of jobs of this process work side by side, but one that may have ended a process only alone, so that it takes no
/// innocent one with it if it does so again. Who waits to be alone holds up those who come later.
/// </summary>
internal sealed class SuspectGate : IDisposable
{
    private readonly SemaphoreSlim _door = new(1);
    private readonly SemaphoreSlim _empty = new(1);
    private readonly Lock _counting = new();
    private int _inside;

    /// <summary>Waits for the turn; dispose the result at its end.</summary>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (alone)
            {
                await _empty.WaitAsync(cancellationToken);
                return new Turn(() => _empty.Release());
            }
            // The first one inside takes the room, the last one leaves it.
            if (!TryJoin())
            {
                await _empty.WaitAsync(cancellationToken);
                lock (_counting)
                    _inside = 1;
            }
            return new Turn(Leave);
        }
        finally
        {
            _door.Release();
        }
    }

    public void Dispose()
    {
        _door.Dispose();
        _empty.Dispose();
    }

    private bool TryJoin()
    {
        lock (_counting)
        {
            if (_inside == 0)
                return false;
            _inside++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_counting)
        {
            if (--_inside == 0)
                _empty.Release();
        }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
