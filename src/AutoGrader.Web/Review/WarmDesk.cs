using System.Threading.Channels;
using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Review.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Web.Review;

/// <summary>
/// Reads the open items of runs before the first tutor asks for them, draws the first report and rehearses a decision: the latest runs when
/// the service starts, and those that somebody has seen to be finished.
/// </summary>
internal sealed class WarmDesk(
    Database database, ListReview list, DecideReview decide, DrawReport draw, ILogger<WarmDesk> logger) : BackgroundService
{
    private const int Latest = 3;

    private readonly Channel<Guid> _runs = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(Latest) { FullMode = BoundedChannelFullMode.DropOldest });

    private bool _hasRehearsed;

    /// <summary>Somebody will soon ask for this run.</summary>
    public void Expect(Guid run) => _runs.Writer.TryWrite(run);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using (var context = await database.OpenAsync(stoppingToken))
        {
            var latest = context.Runs.AsNoTracking().OrderByDescending(r => r.StartedAt).Select(r => r.Id).Take(Latest);
            foreach (var run in await latest.ToListAsync(stoppingToken))
                Expect(run);
        }
        await foreach (var run in _runs.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await ReadAheadAsync(run, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Nobody waits for it, and whoever asks will be told.
                logger.LogWarning(fault, "The open items of run {Run} could not be read ahead", run);
            }
        }
    }

    private async Task ReadAheadAsync(Guid run, CancellationToken cancellationToken)
    {
        var open = await list.ExecuteAsync(run, cancellationToken: cancellationToken);
        if (open.Groups is not [var first, ..])
            return;
        draw.Expect(open.Rubric.Hash, [first.Submissions[0]]);
        if (!_hasRehearsed)
            await decide.RehearseAsync(run, first.CriterionId, first.Submissions[0], cancellationToken);
        _hasRehearsed = true;
    }
}
