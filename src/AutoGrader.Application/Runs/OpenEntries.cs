using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

internal static class OpenEntries
{
    /// <summary>Whether no other run has registered the submissions of the same input since.</summary>
    public static async Task<bool> IsCurrentAsync(AutoGraderDbContext context, GradingRun run, CancellationToken cancellationToken) =>
        !await context.Runs.AnyAsync(r => r.InputId == run.InputId && r.StartedAt > run.StartedAt, cancellationToken);

    /// <summary>
    /// Cancels all of a run that waits or is being worked on, within the caller's transaction. Whoever works on an entry can no longer save
    /// its result, notices it after a moment and stops.
    /// </summary>
    public static Task<int> CancelAsync(AutoGraderDbContext context, Guid runId, DateTime now, CancellationToken cancellationToken) =>
        context.JobEntries
            .Where(e => e.RunId == runId && (e.State == JobState.Queued || e.State == JobState.Running))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.State, JobState.Cancelled)
                    .SetProperty(e => e.Worker, (string?)null)
                    .SetProperty(e => e.LeaseUntil, (DateTime?)null)
                    .SetProperty(e => e.FinishedAt, now),
                cancellationToken);
}
