using AutoGrader.Application.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace AutoGrader.Web.Jobs;

/// <summary>Hands entries to Hangfire, in the queue of their lane.</summary>
internal sealed class HangfirePoke(JobStorage storage, IBackgroundJobClientV2 client) : IJobPoke
{
    /// <summary>The queue of those that somebody waits for. The names are in alphabetical order of priority.</summary>
    public const string LiveQueue = "a-live";

    /// <summary>The queue of the hand-ins of runs.</summary>
    public const string BulkQueue = "b-bulk";

    public bool IsIdle
    {
        get
        {
            var monitor = storage.GetMonitoringApi();
            return monitor.EnqueuedCount(LiveQueue) == 0 && monitor.EnqueuedCount(BulkQueue) == 0;
        }
    }

    public void Poke(IReadOnlyList<JobPoke> entries)
    {
        foreach (var (entry, lane) in entries)
        {
            var queue = lane == JobLane.Live ? LiveQueue : BulkQueue;
            client.Create(Job.FromExpression<LedgerJob>(job => job.RunAsync(entry, CancellationToken.None)), new EnqueuedState(queue));
        }
    }
}
