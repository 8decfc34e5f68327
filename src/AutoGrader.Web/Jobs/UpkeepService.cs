using AutoGrader.Application;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Jobs;

/// <summary>Recovers what an earlier process left in the ledger, then keeps the ledger true as long as the service runs.</summary>
internal sealed class UpkeepService(LedgerUpkeep upkeep, IPdfWorker worker, IOptions<AutoGraderOptions> options)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A machine that can read no report would only do harm to the entries it takes.
        await worker.PrepareAsync(options.Value.ReadLimits, cancellationToken);
        await upkeep.RecoverAsync(cancellationToken);
        _running = upkeep.RunAsync(_stop.Token);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose() => _stop.Dispose();
}
