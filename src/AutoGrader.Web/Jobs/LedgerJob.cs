using AutoGrader.Application.Jobs;
using Hangfire;

namespace AutoGrader.Web.Jobs;

/// <summary>
/// What Hangfire runs: one entry of the ledger. The ledger decides whether there is anything to do, and it alone retries; Hangfire is the
/// hand that pulls.
/// </summary>
public sealed class LedgerJob(WorkOnEntry work)
{
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(Guid entry, CancellationToken cancellationToken) => work.ExecuteAsync(entry, cancellationToken);
}
