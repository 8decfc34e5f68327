using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

/// <summary>Goes on with a run that was cancelled or failed, where it stopped.</summary>
public sealed class ResumeRun(Database database, JobLedger ledger, IJobPoke poke, AuditTrail audit)
{
    /// <summary>Resumes.</summary>
    public async Task<RunStart> ExecuteAsync(Guid runId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Runs.SingleOrDefaultAsync(r => r.Id == runId && r.UploadId != null, cancellationToken) is not { } run)
            return RunStart.Refused(RunProblem.Unknown);
        if (run.State is RunState.Running or RunState.Finishing)
            return RunStart.Refused(RunProblem.AtWork, runId);
        if (!await OpenEntries.IsCurrentAsync(context, run, cancellationToken))
            return RunStart.Refused(RunProblem.Superseded, runId);
        var entries = await context.JobEntries.Where(e => e.RunId == runId).ToListAsync(cancellationToken);
        var open = entries.Where(e => e.State == JobState.Cancelled && e.Kind == JobEntry.GradeKind).ToList();
        foreach (var entry in open)
            JobLedger.Reopen(entry);
        // An export that was not registered to the end is registered anew; the finish is enqueued by the fan-in.
        if (entries.All(e => e.Kind != JobEntry.IntakeKind || e.State != JobState.Done))
            open = [await ledger.EnqueueAsync(context, JobEntry.IntakeKind, run, cancellationToken)];
        else if (open.Count == 0)
            open = [await ledger.EnqueueAsync(context, JobEntry.FinishKind, run, cancellationToken)];
        run.State = open[0].Kind == JobEntry.FinishKind ? RunState.Finishing : RunState.Running;
        run.Problem = null;
        audit.Add(context, actor, "run.resume", runId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        poke.Poke([.. open.OrderBy(e => e.Id).Select(e => JobPoke.Of(e.Id, e.Kind))]);
        return new RunStart(runId, null);
    }
}
