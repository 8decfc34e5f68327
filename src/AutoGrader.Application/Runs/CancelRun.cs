using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

/// <summary>Cancels a run that is at work. What was done is kept; <see cref="ResumeRun"/> goes on there.</summary>
public sealed class CancelRun(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Cancels.</summary>
    /// <returns>Whether it was at work.</returns>
    public async Task<bool> ExecuteAsync(Guid runId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var cancelled = await context.Runs
            .Where(r => r.Id == runId && r.UploadId != null && (r.State == RunState.Running || r.State == RunState.Finishing))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Cancelled), cancellationToken);
        if (cancelled == 0)
            return false;
        await OpenEntries.CancelAsync(context, runId, clock.GetUtcNow().UtcDateTime, cancellationToken);
        audit.Add(context, actor, "run.cancel", runId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
