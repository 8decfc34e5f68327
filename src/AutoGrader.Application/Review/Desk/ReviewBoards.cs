using System.Collections.Concurrent;
using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>The open items of the runs that are being reviewed. Thread-safe; one for the whole program.</summary>
internal sealed class ReviewBoards(Database database) : IDisposable
{
    private const int MostBoards = 8;

    private readonly ConcurrentDictionary<string, RubricVersion> _rubrics = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, ReviewBoard> _boards = [];
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The open items of a run as they are now, in groups.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<(RubricVersion Rubric, IReadOnlyList<ReviewGroup> Groups)> GroupsAsync(
        Guid runId, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var context = await database.OpenAsync(cancellationToken);
            if (!_boards.TryGetValue(runId, out var board))
            {
                var run = await RunAsync(context, runId, cancellationToken);
                board = new ReviewBoard(run, await RubricAsync(context, run.RubricHash, cancellationToken));
                // No matter which one goes: it is made again when it is asked for.
                if (_boards.Count >= MostBoards)
                    _boards.Remove(_boards.Keys.First());
                _boards.Add(runId, board);
            }
            await board.RefreshAsync(context, cancellationToken);
            return (board.Rubric, board.Groups);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public static async Task<GradingRun> RunAsync(AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken) =>
        await context.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken)
        ?? throw new KeyNotFoundException($"There is no run {runId}.");

    /// <summary>A stored rubric version; it is read once.</summary>
    public async Task<RubricVersion> RubricAsync(AutoGraderDbContext context, string hash, CancellationToken cancellationToken)
    {
        if (_rubrics.TryGetValue(hash, out var known))
            return known;
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == hash, cancellationToken);
        return _rubrics.GetOrAdd(hash, stored.ToVersion());
    }

    public void Dispose() => _gate.Dispose();
}
