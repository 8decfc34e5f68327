using AutoGrader.Application.Jobs;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>Who may work beside whom.</summary>
public sealed class SuspectGateTests : IDisposable
{
    private readonly SuspectGate _gate = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task A_suspect_waits_for_those_inside_and_holds_up_those_who_come_later()
    {
        var first = await _gate.EnterAsync(alone: false, Cancel);
        var second = await _gate.EnterAsync(alone: false, Cancel);
        var suspect = _gate.EnterAsync(alone: true, Cancel);
        var later = _gate.EnterAsync(alone: false, Cancel);
        Assert.False(suspect.IsCompleted || later.IsCompleted);

        first.Dispose();
        Assert.False(suspect.IsCompleted);
        second.Dispose();
        using (await suspect)
            Assert.False(later.IsCompleted);
        (await later).Dispose();
        (await _gate.EnterAsync(alone: true, Cancel)).Dispose();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_holds_up_nobody()
    {
        using var stop = new CancellationTokenSource();
        var inside = await _gate.EnterAsync(alone: false, Cancel);
        var suspect = _gate.EnterAsync(alone: true, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => suspect);

        (await _gate.EnterAsync(alone: false, Cancel)).Dispose();
        inside.Dispose();
        (await _gate.EnterAsync(alone: true, Cancel)).Dispose();
    }

    [Fact]
    public async Task Never_is_anybody_beside_a_suspect()
    {
        var (inside, alone, most) = (0, false, 0);
        var problems = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            var isSuspect = i % 7 == 0;
            using var turn = await _gate.EnterAsync(isSuspect, token);
            var now = Interlocked.Increment(ref inside);
            if (isSuspect)
                Volatile.Write(ref alone, true);
            if (Volatile.Read(ref alone) && Volatile.Read(ref inside) > 1)
                Interlocked.Increment(ref problems);
            most = Math.Max(most, now);
            await Task.Yield();
            if (isSuspect)
                Volatile.Write(ref alone, false);
            Interlocked.Decrement(ref inside);
        });
        Assert.Equal(0, problems);
        Assert.True(most > 1, "Nothing ran side by side.");
    }
}
