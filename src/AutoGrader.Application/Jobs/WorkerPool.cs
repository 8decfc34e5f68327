using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// The hands that pull on the command line: so many entries at a time, with their leases renewed. Hangfire takes this place in the
/// service.
/// </summary>
public sealed class WorkerPool(JobLedger ledger, TimeProvider clock, ILogger<WorkerPool> logger)
{
    /// <summary>
    /// Claims and works on the entries. An entry whose work is cancelled goes back to the queue with its attempt not counted.
    /// </summary>
    /// <param name="entries">The entries' ids.</param>
    /// <param name="parallel">How many at a time.</param>
    /// <param name="work">The work; called only for claimed entries. It ends the entry itself.</param>
    /// <param name="cancellationToken">Stops the pool.</param>
    public async Task RunAsync(
        IReadOnlyList<Guid> entries, int parallel, Func<Guid, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(stop.Token);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(entries, options, (id, token) => WorkAsync(id, work, token));
        }
        finally
        {
            await stop.CancelAsync();
            await renewing;
        }
    }

    private async ValueTask WorkAsync(Guid id, Func<Guid, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (!await ledger.TryClaimAsync(id, cancellationToken))
            return;
        try
        {
            await work(id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await ledger.ReleaseAsync(id);
            throw;
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(JobLedger.Renewal, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    await ledger.RenewAsync(cancellationToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // The next tick tries again; a lease outlives three missed ones, and a lost entry is not saved twice.
                    logger.LogWarning("Renewing the leases failed with {Fault}", fault.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The pool has ended.
        }
    }
}
