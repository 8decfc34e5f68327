using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// The open items of the runs that are being reviewed. They hold answers: where a report is deleted, all are read anew. Thread-safe; one
/// for the whole program.
/// </summary>
internal sealed class ReviewBoards : IDisposable
{
    private const int MostBoards = 8;

    private readonly Dictionary<Guid, (ReviewBoard Board, Coalesced<IReadOnlyList<ReviewGroup>> Looks)> _boards = [];
    private readonly Lock _changing = new();
    private readonly Database _database;

    public ReviewBoards(Database database)
    {
        _database = database;
        database.Artifacts.Deleted += Clear;
    }

    public void Dispose() => _database.Artifacts.Deleted -= Clear;

    /// <summary>The open items of a run as they are now, in groups.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<(RubricVersion Rubric, IReadOnlyList<ReviewGroup> Groups)> GroupsAsync(
        Guid runId, CancellationToken cancellationToken)
    {
        var (board, looks) = Find(runId) ?? await OpenAsync(runId, cancellationToken);
        return (board.Rubric, await looks.AskAsync(() => LookAsync(board), cancellationToken));
    }

    private (ReviewBoard Board, Coalesced<IReadOnlyList<ReviewGroup>> Looks)? Find(Guid runId)
    {
        lock (_changing)
        {
            return _boards.TryGetValue(runId, out var known) ? known : null;
        }
    }

    private async Task<(ReviewBoard Board, Coalesced<IReadOnlyList<ReviewGroup>> Looks)> OpenAsync(
        Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = await context.RubricVersionAsync(run.RubricHash, cancellationToken);
        lock (_changing)
        {
            if (_boards.TryGetValue(runId, out var known))
                return known;
            // No matter which one goes: it is made again when it is asked for.
            if (_boards.Count >= MostBoards)
                _boards.Remove(_boards.Keys.First());
            var opened = (new ReviewBoard(run, rubric), new Coalesced<IReadOnlyList<ReviewGroup>>());
            _boards.Add(runId, opened);
            return opened;
        }
    }

    private void Clear(string hash)
    {
        lock (_changing)
        {
            _boards.Clear();
        }
    }

    private async Task<IReadOnlyList<ReviewGroup>> LookAsync(ReviewBoard board)
    {
        await using var context = await _database.OpenAsync(CancellationToken.None);
        return await board.RefreshAsync(context, CancellationToken.None);
    }
}
