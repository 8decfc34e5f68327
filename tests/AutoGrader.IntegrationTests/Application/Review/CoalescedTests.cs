using AutoGrader.Application.Review.Desk;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>Work that is shared by those who wait for it, and never older than their question.</summary>
public sealed class CoalescedTests
{
    private readonly Coalesced<int> _work = new();
    private int _begun;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_it_runs_shares_the_next_one()
    {
        var running = new TaskCompletionSource();
        var isRunning = new TaskCompletionSource();
        var first = _work.AskAsync(async () =>
        {
            isRunning.SetResult();
            await running.Task;
            return ++_begun;
        }, Cancel);
        await isRunning.Task;

        var others = Enumerable.Range(0, 5).Select(_ => _work.AskAsync(() => Task.FromResult(++_begun), Cancel)).ToList();
        running.SetResult();

        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(others), result => Assert.Equal(2, result));
        Assert.Equal(3, await _work.AskAsync(() => Task.FromResult(++_begun), Cancel));
    }

    [Fact]
    public async Task A_failure_is_told_to_those_who_asked_and_to_nobody_after_them()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _work.AskAsync(() => throw new InvalidOperationException(), Cancel));

        Assert.Equal(1, await _work.AskAsync(() => Task.FromResult(++_begun), Cancel));
    }

    [Fact]
    public async Task Who_no_longer_waits_ends_it_for_nobody()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = new TaskCompletionSource();
        var isRunning = new TaskCompletionSource();
        var first = _work.AskAsync(async () =>
        {
            isRunning.SetResult();
            await running.Task;
            return ++_begun;
        }, impatient.Token);
        await isRunning.Task;

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        running.SetResult();
        Assert.Equal(2, await _work.AskAsync(() => Task.FromResult(++_begun), Cancel));
    }
}
