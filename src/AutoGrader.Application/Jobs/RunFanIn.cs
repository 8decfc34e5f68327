using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// Closes runs: whoever ends the last entry wins a conditional update and enqueues the finish. It is asked after every entry, and by the
/// sweep, since a process may die between the last result and the question.
/// </summary>
internal sealed class RunFanIn(Database database, JobLedger ledger, IJobPoke poke)
{
    /// <summary>Enqueues the finish of a run if nothing of it is open and nobody else has done so.</summary>
    public async Task CloseAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (!await Closable(context).AnyAsync(r => r.Id == runId, cancellationToken))
            return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var won = await Closable(context).Where(r => r.Id == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Finishing), cancellationToken);
        if (won == 0)
            return;
        var run = await context.Runs.AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        var entry = await ledger.EnqueueAsync(context, JobEntry.FinishKind, run, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        poke.Poke([JobPoke.Of(entry.Id, entry.Kind)]);
    }

    /// <summary>Closes every run that can be closed.</summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        List<Guid> runs;
        await using (var context = await database.OpenAsync(cancellationToken))
            runs = await Closable(context).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var run in runs)
            await CloseAsync(run, cancellationToken);
    }

    /// <summary>Ends a run that cannot go on.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="problem">Why, a sentence for the tutor.</param>
    public async Task FailAsync(Guid runId, string problem)
    {
        await using var context = await database.OpenAsync(CancellationToken.None);
        await context.Runs.Where(r => r.Id == runId && (r.State == RunState.Running || r.State == RunState.Finishing))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Failed).SetProperty(r => r.Problem, problem));
    }

    private static IQueryable<GradingRun> Closable(AutoGraderDbContext context) => context.Runs.Where(r =>
        r.State == RunState.Running
        && context.JobEntries.Any(e => e.RunId == r.Id && e.Kind == JobEntry.IntakeKind && e.State == JobState.Done)
        && !context.JobEntries.Any(e => e.RunId == r.Id && (e.State == JobState.Queued || e.State == JobState.Running)));
}
