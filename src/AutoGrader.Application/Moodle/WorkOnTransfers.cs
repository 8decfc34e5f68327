using AutoGrader.Application.Data.Moodle;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Works on what is to be fetched from Moodle or sent there, one after the other, as long as the service runs. Apart from the ledger's
/// entries: these wait for the network and open no report.
/// </summary>
public sealed class WorkOnTransfers
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly MoodleTransfers _transfers;
    private readonly TransferSignal _signal;
    private readonly FetchSubmissions _fetch;
    private readonly ComparePush _compare;
    private readonly SendPush _send;
    private readonly TimeProvider _clock;
    private readonly ILogger<WorkOnTransfers> _logger;

    internal WorkOnTransfers(
        MoodleTransfers transfers, TransferSignal signal, FetchSubmissions fetch, ComparePush compare, SendPush send, TimeProvider clock,
        ILogger<WorkOnTransfers> logger) =>
        (_transfers, _signal, _fetch, _compare, _send, _clock, _logger) = (transfers, signal, fetch, compare, send, clock, logger);

    /// <summary>Works until it is cancelled, which is no fault.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = _signal.NextAsync();
            if (await TryStepAsync(cancellationToken))
                continue;
            try
            {
                await next.WaitAsync(Poll, _clock, cancellationToken);
            }
            catch (Exception pause) when (pause is TimeoutException or OperationCanceledException)
            {
                // Time to look again, or to stop.
            }
        }
    }

    private async Task<bool> TryStepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _transfers.ClaimAsync(cancellationToken) is not { } transfer)
                return false;
            await WorkAsync(transfer, cancellationToken);
            return true;
        }
        catch (Exception fault)
        {
            if (fault is not OperationCanceledException)
                _logger.LogWarning("Looking for transfers failed: {Fault}", Faults.Describe(fault));
            return false;
        }
    }

    private async Task WorkAsync(MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = new CancellationTokenSource();
        var renewal = RenewAsync(transfer, work, end.Token);
        try
        {
            await (transfer switch
            {
                { Kind: MoodleTransferKind.Fetch } => _fetch.ExecuteAsync(transfer, work.Token),
                { State: MoodleTransferState.Running } => _compare.ExecuteAsync(transfer, work.Token),
                _ => _send.ExecuteAsync(transfer, work.Token),
            });
            _logger.LogInformation("Transfer {Transfer} ({Kind}) is done", transfer.Id, transfer.Kind);
        }
        catch (MoodleException fault)
        {
            // Its text may quote Moodle.
            _logger.LogWarning("Transfer {Transfer} ({Kind}) cannot go on: {Fault}", transfer.Id, transfer.Kind, fault.Fault);
            await _transfers.FailAsync(transfer, fault.Text);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            await _transfers.ReleaseAsync(transfer);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _logger.LogError("Transfer {Transfer} ({Kind}) failed: {Fault}", transfer.Id, transfer.Kind, Faults.Describe(fault));
            await _transfers.FailAsync(transfer, new(
                $"A fault of the program ({fault.GetType().Name}); the log says more.",
                $"Ein Fehler des Programms ({fault.GetType().Name}); das Protokoll sagt mehr."));
        }
        finally
        {
            await end.CancelAsync();
            await renewal;
        }
    }

    /// <summary>Keeps the lease; where it is lost, the work ends.</summary>
    private async Task RenewAsync(MoodleTransfer transfer, CancellationTokenSource work, CancellationToken end)
    {
        using var timer = new PeriodicTimer(MoodleTransfers.Renewal, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                if (!await _transfers.RenewAsync(transfer.Id, end))
                    await work.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }
}
