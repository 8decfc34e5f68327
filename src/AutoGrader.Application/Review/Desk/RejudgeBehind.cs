using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Has questions judged anew after decisions on them, behind whoever made them: nobody waits for it, and a thousand decisions of a program
/// on one question need few judgements. A failure is logged; the next decision asks again. Thread-safe; one for the whole program.
/// </summary>
public sealed class RejudgeBehind(Database database, RejudgeQuestion rejudge, ILogger<RejudgeBehind> logger)
    : IAsyncDisposable, IDisposable
{
    private readonly Lock _changing = new();
    private readonly Dictionary<(Guid Run, string Question), string> _asked = [];
    private Task _work = Task.CompletedTask;
    private bool _isAtWork;

    /// <summary>When all that was asked for so far is done.</summary>
    internal Task Settled
    {
        get
        {
            lock (_changing)
            {
                return _work;
            }
        }
    }

    /// <summary>Asks for the questions of criteria on which something was decided, or taken back.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task ExpectAsync(
        Guid runId, IReadOnlyCollection<string> criteria, string by, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        lock (_changing)
        {
            foreach (var question in rubric.Questions.Where(q => q.Criteria.Any(c => criteria.Contains(c.Id))))
                _asked.TryAdd((runId, question.Id), by);
            if (_isAtWork || _asked.Count == 0)
                return;
            _isAtWork = true;
            _work = Task.Run(WorkAsync, CancellationToken.None);
        }
    }

    /// <summary>Begins no further question, and waits for the one that is being judged.</summary>
    public async ValueTask DisposeAsync()
    {
        Task work;
        lock (_changing)
        {
            _asked.Clear();
            work = _work;
        }
        await work;
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task WorkAsync()
    {
        while (Next() is var (run, question, by))
        {
            try
            {
                await rejudge.ExecuteAsync(run, question, by);
            }
            catch (Exception fault)
            {
                logger.LogWarning(fault, "Question {Question} of run {Run} could not be judged anew", question, run);
            }
        }
    }

    private (Guid Run, string Question, string By)? Next()
    {
        lock (_changing)
        {
            foreach (var ((run, question), by) in _asked)
            {
                _asked.Remove((run, question));
                return (run, question, by);
            }
            _isAtWork = false;
            return null;
        }
    }
}
