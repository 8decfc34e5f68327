using AutoGrader.Application.Isolation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// Pulls entries from the ledger by itself, without Hangfire: as many bulk entries at a time as the settings say, and one more of the live
/// lane, which therefore never waits. Any number of these may work on one database, beside Hangfire or not.
/// </summary>
public sealed class LedgerWorker
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // What is in work when the process is asked to stop may still be finished in this time; then it goes back to the queue.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly JobLedger _ledger;
    private readonly LedgerUpkeep _upkeep;
    private readonly WorkOnEntry _work;
    private readonly LedgerSignal _signal;
    private readonly IPdfWorker _pdfWorker;
    private readonly AutoGraderOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<LedgerWorker> _logger;

    internal LedgerWorker(
        JobLedger ledger, LedgerUpkeep upkeep, WorkOnEntry work, LedgerSignal signal, IPdfWorker pdfWorker,
        IOptions<AutoGraderOptions> options, TimeProvider clock, ILogger<LedgerWorker> logger)
    {
        _ledger = ledger;
        _upkeep = upkeep;
        _work = work;
        _signal = signal;
        _pdfWorker = pdfWorker;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Works until it is cancelled, or until nothing waits.</summary>
    /// <param name="untilIdle">Whether to end when no entry waits or runs.</param>
    /// <param name="cancellationToken">Asks to stop: entries in work go back to the queue.</param>
    /// <exception cref="PdfWorkerUnavailableException">No PDF can be read on this machine: it would only do harm.</exception>
    /// <exception cref="Data.UnusableDataException">The database cannot be used.</exception>
    public async Task ExecuteAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        await _pdfWorker.PrepareAsync(_options.ReadLimits, cancellationToken);
        await _upkeep.RecoverAsync(cancellationToken);
        using var end = new CancellationTokenSource();
        using var late = new CancellationTokenSource();
        await using var stopping = cancellationToken.Register(() => late.CancelAfter(StopTimeout));
        var upkeep = _upkeep.RunAsync(end.Token);
        try
        {
            var bulk = Enumerable.Range(0, _options.Workers).Select(_ => PullAsync(JobLane.Bulk, untilIdle, late.Token, cancellationToken));
            await Task.WhenAll([PullAsync(JobLane.Live, untilIdle, late.Token, cancellationToken), .. bulk]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _logger.LogInformation("The worker stops; what it could not finish waits for the next one");
        }
        finally
        {
            await end.CancelAsync();
            await upkeep;
        }
    }

    private async Task PullAsync(JobLane lane, bool untilIdle, CancellationToken late, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var poked = _signal.NextAsync();
            try
            {
                if (await TryWorkAsync(lane, late, cancellationToken))
                    continue;
                if (untilIdle && await _ledger.IsIdleAsync(cancellationToken))
                    return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                _logger.LogWarning("Pulling from the ledger failed: {Fault}", Faults.Describe(fault));
            }
            await Task.WhenAny(poked, Task.Delay(Poll, _clock, cancellationToken));
        }
    }

    /// <summary>Takes the first entry that nobody else is faster to take.</summary>
    private async Task<bool> TryWorkAsync(JobLane lane, CancellationToken late, CancellationToken cancellationToken)
    {
        // More than the one, since the other hands of this and other processes look at the same list.
        foreach (var waiting in await _ledger.WaitingAsync(limit: 2 * (_options.Workers + 1), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((lane == JobLane.Bulk || waiting.Lane == lane) && await _work.ExecuteAsync(waiting.Entry, late))
                return true;
        }
        return false;
    }
}
