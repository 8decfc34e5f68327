using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Web.Telemetry;

/// <summary>Counts for the metrics, four times a minute: queries of a few milliseconds, however often somebody reads the metrics.</summary>
internal sealed class MeasureService(Database database, ServiceMeter meter, TimeProvider clock, ILogger<MeasureService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogWarning("The metrics could not be counted: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Counts once.</summary>
    internal async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var context = await database.OpenAsync(cancellationToken);
        var submissions = await context.Assessments.Where(a => !a.Submission!.IsWithdrawn)
            .GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var jobs = await context.JobEntries.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var oldest = await context.JobEntries.Where(e => e.State == JobState.Queued)
            .MinAsync(e => (DateTime?)e.CreatedAt, cancellationToken);
        var total = submissions.Sum(s => s.Count);
        var review = submissions.Where(s => s.Key == SubmissionStatus.NeedsReview).Sum(s => s.Count);
        meter.Snapshot = new(
            submissions.ToDictionary(s => s.Key.ToString(), s => s.Count),
            jobs.ToDictionary(j => j.Key.ToString(), j => j.Count),
            oldest is { } created ? now - created : TimeSpan.Zero,
            total == 0 ? 0 : (double)review / total);
    }
}
