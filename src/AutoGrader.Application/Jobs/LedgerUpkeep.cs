using AutoGrader.Application.Data;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// What must happen beside the work for the ledger to stay true: leases renewed, stages told, lost work ended, orphans put back. Each
/// process that works for the service runs one: <see cref="RecoverAsync"/> before the first entry is pulled, <see cref="RunAsync"/> until
/// the end.
/// </summary>
public sealed class LedgerUpkeep
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(30);

    private readonly JobLedger _ledger;
    private readonly RunningEntries _running;
    private readonly RunFanIn _fanIn;
    private readonly IJobPoke _poke;
    private readonly TimeProvider _clock;
    private readonly ILogger<LedgerUpkeep> _logger;

    internal LedgerUpkeep(
        JobLedger ledger, RunningEntries running, RunFanIn fanIn, IJobPoke poke, TimeProvider clock, ILogger<LedgerUpkeep> logger)
    {
        _ledger = ledger;
        _running = running;
        _fanIn = fanIn;
        _poke = poke;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Puts orphans back, closes runs whose last process died before it could, and pokes all that waits.</summary>
    /// <exception cref="UnusableDataException">The database cannot be used.</exception>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var waiting = await _ledger.RecoverAsync(cancellationToken);
        await _fanIn.CloseAllAsync(cancellationToken);
        if (_poke.IsIdle)
            _poke.Poke(waiting);
        if (waiting.Count > 0)
            _logger.LogInformation("{Waiting} entries wait in the ledger", waiting.Count);
    }

    /// <summary>Keeps the ledger true until it is cancelled, which is no fault.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, _clock);
        var (renewed, swept) = (_clock.GetTimestamp(), _clock.GetTimestamp());
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await TryAsync(LookAfterRunningAsync, cancellationToken);
                if (_clock.GetElapsedTime(renewed) >= JobLedger.Renewal)
                {
                    renewed = _clock.GetTimestamp();
                    await TryAsync(_ledger.RenewAsync, cancellationToken);
                }
                if (_clock.GetElapsedTime(swept) >= Sweep)
                {
                    swept = _clock.GetTimestamp();
                    await TryAsync(RecoverAsync, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process is to stop.
        }
    }

    private async Task LookAfterRunningAsync(CancellationToken cancellationToken)
    {
        var running = _running.All;
        if (running.Count == 0)
            return;
        foreach (var stage in running.Where(e => e.Stage is not null && e.Stage != e.ToldStage).ToLookup(e => e.Stage!))
        {
            await _ledger.TellStageAsync([.. stage.Select(e => e.Id)], stage.Key, cancellationToken);
            foreach (var entry in stage)
                entry.ToldStage = stage.Key;
        }
        var mine = await _ledger.MineAsync(cancellationToken);
        foreach (var entry in running.Where(e => !mine.Contains(e.Id)))
            entry.Lose();
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next tick tries again; a lease outlives three missed renewals, and a lost entry is not saved twice.
            _logger.LogWarning("Looking after the ledger failed: {Fault}", Faults.Describe(fault));
        }
    }
}
