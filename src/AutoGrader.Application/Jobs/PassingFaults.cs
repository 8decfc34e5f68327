using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Storage;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// Tries again after faults that are likely to pass: the database is busy, the disk is full, the store of
/// files does not answer. The only place that does; whoever pulls the
/// jobs must not.
/// </summary>
internal sealed class PassingFaults(IDatabaseProvider provider, TimeProvider clock, ILogger<PassingFaults> logger)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10)];

    /// <summary>Whether a fault is likely to pass by itself.</summary>
    public bool IsPassing(Exception fault) => fault is StorageUnavailableException || provider.IsTransient(fault);

    /// <summary>Acts, up to four times.</summary>
    public async Task OutlastAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception fault) when (attempt < Waits.Length && IsPassing(fault))
            {
                logger.LogWarning("Waiting for a passing fault: {Fault}", Faults.Describe(fault));
                await Task.Delay(Waits[attempt], clock, cancellationToken);
            }
        }
    }
}
