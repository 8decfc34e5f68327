using System.Collections.Concurrent;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Judges what is open of a question anew with all that was learnt from people's decisions, from the stored readings: no PDF is opened.
/// Only open items of criteria that are learnt change, and those that were decided in this way before, should a decision have been taken
/// back since. What a run decided stays; the next one asks a person where it would now decide otherwise.
/// </summary>
public sealed class RejudgeQuestion : IDisposable
{
    // No run's name for a result: what bears it was changed here.
    private const string Rejudged = "";

    // Nobody who decides waits longer than it takes to save so many.
    private const int Batch = 20;

    private readonly Database _database;
    private readonly AnswersInMemory _answers;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;
    private readonly AutoGraderOptions _options;
    private readonly RightOfWay _rightOfWay;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<(Guid, string), Coalesced<IReadOnlyList<RejudgedItem>>> _work = new();

    internal RejudgeQuestion(
        Database database, AnswersInMemory answers, AuditTrail audit, TimeProvider clock,
        IOptions<AutoGraderOptions> options, RightOfWay rightOfWay)
    {
        (_database, _answers, _audit, _clock) = (database, answers, audit, clock);
        (_options, _rightOfWay) = (options.Value, rightOfWay);
    }

    /// <summary>
    /// Judges anew. It goes on where the caller no longer waits, and those who ask for the same at the same time share it.
    /// </summary>
    /// <returns>The items of which anything has changed; empty where nothing is learnt for the question.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public Task<IReadOnlyList<RejudgedItem>> ExecuteAsync(
        Guid runId, string questionId, string by, CancellationToken cancellationToken = default) =>
        _work.GetOrAdd((runId, questionId), _ => new())
            .AskAsync(() => InTurnAsync(() => JudgeAsync(runId, questionId, by, CancellationToken.None)), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // One question at a time: it takes a processor, and there are others who want one.
    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What was found of an answer with open items.</summary>
    private sealed record Scored(StoredAssessment Assessment, IReadOnlyList<CriterionScore> Scores);

    private async Task<IReadOnlyList<RejudgedItem>> JudgeAsync(
        Guid runId, string questionId, string by, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var version = await context.RubricVersionAsync(run.RubricHash, cancellationToken);
        if (version.Rubric.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
            return [];
        var learnt = question.Criteria.OfType<ConceptCriterion>().Select(c => c.Id).ToList();
        var open = await OpenAnswersAsync(context, runId, question.Id, learnt, cancellationToken);
        if (open.Count == 0)
            return [];
        var model = await ModelAsync(context, run, version, question, cancellationToken);
        var changed = new List<RejudgedItem>();
        foreach (var batch in open.Chunk(Batch))
        {
            var scored = new List<Scored>();
            foreach (var assessment in batch)
            {
                // Whoever decides meanwhile finds a processor free.
                await _rightOfWay.YieldAsync(cancellationToken);
                var scores = await GradeAsync(assessment.PdfHash!, version, question, model, cancellationToken);
                IReadOnlyList<CriterionScore> taken = [.. scores.Where(s => learnt.Contains(s.CriterionId))];
                if (Take(assessment, assessment.Answers.Single(), taken).Any())
                    scored.Add(new Scored(assessment, taken));
            }
            if (scored.Count > 0)
                changed.AddRange(await SaveAsync(run, question.Id, by, scored, cancellationToken));
        }
        return changed;
    }

    private static async Task<List<StoredAssessment>> OpenAnswersAsync(
        AutoGraderDbContext context, Guid runId, string questionId, List<string> learnt, CancellationToken cancellationToken)
    {
        var assessments = await context.AssessmentsOf(runId).AsNoTracking()
            .Where(a => context.Runs.Any(r => r.Id == runId && r.RubricHash == a.RubricHash) && a.PdfHash != null && a.Answers.Any(
                x => x.QuestionId == questionId && x.Scores.Any(s => s.Override == null && EF.Parameter(learnt).Contains(s.CriterionId)
                    && (s.NeedsReview || a.Fingerprint == Rejudged))))
            .Include(a => a.Answers.Where(x => x.QuestionId == questionId)).ThenInclude(x => x.Scores)
            .Include(a => a.Submission)
            .AsSplitQuery().ToListAsync(cancellationToken);
        return [.. assessments.OrderBy(a => a.Submission!.HandInKey, StringComparer.Ordinal)];
    }

    private async Task<ScoringModel> ModelAsync(
        AutoGraderDbContext context, GradingRun run, RubricVersion version, Question question, CancellationToken cancellationToken)
    {
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == version.Hash, cancellationToken);
        var given = await context.AnswersOfRunAsync(run, stored, version.Rubric, cancellationToken);
        var learnt = await LearntAnswers.CollectAsync(context, run.InputId, version.Rubric, given, cancellationToken);
        return TrainingSet.Read(version.Rubric with { Questions = [question] }, learnt.Answers)
            .Train(CalibrationData.Shipped, _options.SilentErrorTarget);
    }

    private async Task<IReadOnlyList<CriterionScore>> GradeAsync(
        string pdfHash, RubricVersion version, Question question, ScoringModel model, CancellationToken cancellationToken)
    {
        if (await _answers.FindAsync(pdfHash, _options.ReadLimits, version, question, cancellationToken) is not { } document)
            return [];
        var score = await Bounded.RunAsync(
            () => SubmissionGrader.Grade(question, document, version.Rubric, model), _clock, cancellationToken);
        return score.Criteria;
    }

    /// <summary>
    /// Saves what was found, in a transaction of its own so that others need not wait long, of what is still open and of the same report:
    /// what a person has decided while it was judged stays theirs.
    /// </summary>
    private async Task<IReadOnlyList<RejudgedItem>> SaveAsync(
        GradingRun run, string questionId, string by, List<Scored> scored, CancellationToken cancellationToken)
    {
        var judged = scored.ToDictionary(s => s.Assessment.Id);
        var ids = judged.Keys.ToList();
        await using var context = await _database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync(run.RubricHash, scored.Select(s => s.Assessment.SubmissionId), cancellationToken);
        var rows = await context.Assessments.Where(a => EF.Parameter(ids).Contains(a.Id))
            .Include(a => a.Answers.Where(x => x.QuestionId == questionId)).ThenInclude(x => x.Scores)
            .Include(a => a.Submission)
            .AsSplitQuery().ToListAsync(cancellationToken);
        var changed = new List<RejudgedItem>();
        foreach (var row in rows.OrderBy(r => r.Submission!.HandInKey, StringComparer.Ordinal))
        {
            if (row.PdfHash == judged[row.Id].Assessment.PdfHash && row.Answers.SingleOrDefault() is { } answer)
                changed.AddRange(Take(row, answer, judged[row.Id].Scores));
        }
        if (changed.Count == 0)
            return [];
        await context.SaveChangesAsync(cancellationToken);
        var touched = rows.Where(r => changed.Exists(c => c.SubmissionId == r.SubmissionId)).ToList();
        await context.SumUpAsync(touched, _clock.GetUtcNow().UtcDateTime, cancellationToken);
        foreach (var row in touched)
        {
            // Not what the run that made it would have made: the next one makes it anew.
            row.Fingerprint = Rejudged;
            _audit.Add(context, by, "submission.rejudge", row.SubmissionId.ToString(), questionId);
        }
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>Takes over what was found of open items, and tells what is new.</summary>
    private static IEnumerable<RejudgedItem> Take(
        StoredAssessment assessment, StoredAnswer answer, IReadOnlyList<CriterionScore> scores)
    {
        var open = answer.Scores.Where(s => s.Override is null && (s.NeedsReview || assessment.Fingerprint == Rejudged))
            .ToDictionary(s => s.CriterionId, StringComparer.Ordinal);
        foreach (var scored in scores)
        {
            if (!open.TryGetValue(scored.CriterionId, out var row))
                continue;
            var score = scored;
            if (row.Opinion is { } opinion)
                score = SecondOpinion.Weigh(score, opinion);
            if ((row.NeedsReview ? row.DecidedBefore : row.Points) is { } before)
                score = EarlierMarks.Compare(score, before);
            if (score.Points == row.Points && score.NeedsReview == row.NeedsReview && score.Confidence.Equals(row.Confidence))
                continue;
            var item = new RejudgedItem(
                assessment.SubmissionId, row.CriterionId, row.Points, score.Points, WasOpen: row.NeedsReview, IsOpen: score.NeedsReview);
            row.Apply(score);
            yield return item;
        }
    }
}

/// <summary>An open item that was judged anew, with another result.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Before">The points suggested before.</param>
/// <param name="After">The points now.</param>
/// <param name="WasOpen">Whether a person was needed for it.</param>
/// <param name="IsOpen">Whether a person is needed for it now.</param>
public sealed record RejudgedItem(Guid SubmissionId, string CriterionId, Points Before, Points After, bool WasOpen, bool IsOpen)
{
    /// <summary>Whether no person is needed for it any more.</summary>
    public bool IsDecided => WasOpen && !IsOpen;
}
