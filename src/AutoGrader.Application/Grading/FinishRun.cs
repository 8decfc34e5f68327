using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Grading;

/// <summary>The last job of a run: settles what follows from all results together, and closes the run.</summary>
internal sealed class FinishRun(
    Database database, OpenRuns runs, SettleRun settle, JobLedger ledger, PassingFaults faults, TimeProvider clock,
    ILogger<FinishRun> logger)
{
    public Task ExecuteAsync(JobEntry entry, RunningEntry work) => faults.OutlastAsync(() => SettleAsync(entry, work), work.Token);

    private async Task SettleAsync(JobEntry entry, RunningEntry work)
    {
        var runId = entry.RunId!.Value;
        work.Enter(JobStage.Open);
        using var run = await runs.OpenAsync(runId, work.Token);
        work.Enter(JobStage.Render);
        await settle.SettleAsync(run.Context, runId, work.Token);
        work.Enter(JobStage.Save);
        await using var context = await database.OpenAsync(work.Token);
        await using var transaction = await context.Database.BeginTransactionAsync(work.Token);
        if (!await ledger.TryFinishAsync(context, entry.Id, JobState.Done, error: null, work.Token))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await context.Runs.Where(r => r.Id == runId && r.State == RunState.Finishing).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RunState.Finished).SetProperty(r => r.FinishedAt, now), work.Token);
        await transaction.CommitAsync(work.Token);
        logger.LogInformation("Run {Run} is finished", runId);
    }
}
