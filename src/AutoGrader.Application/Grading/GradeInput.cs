using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.Review;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Grades an input: a Moodle export, a folder, one hand-in. What is already stored for the same bytes, rubric, decisions and program
/// is used again, so that a repeated run changes nothing and an interrupted one goes on where it stopped.
/// </summary>
public sealed class GradeInput
{
    // How long to wait before looking again whether another process has finished its part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly AutoGraderOptions _options;
    private readonly Database _database;
    private readonly RegisterRun _register;
    private readonly WorkerPool _pool;
    private readonly IPdfWorker _pdfWorker;
    private readonly GradeSubmission _grade;
    private readonly SettleRun _settle;
    private readonly RenderFeedback _feedback;
    private readonly WriteOutlets _outlets;
    private readonly OutsideJudge _judge;
    private readonly TimeProvider _clock;
    private readonly ILogger<GradeInput> _logger;

    internal GradeInput(
        IOptions<AutoGraderOptions> options,
        Database database,
        RegisterRun register,
        WorkerPool pool,
        IPdfWorker pdfWorker,
        GradeSubmission grade,
        SettleRun settle,
        RenderFeedback feedback,
        WriteOutlets outlets,
        OutsideJudge judge,
        TimeProvider clock,
        ILogger<GradeInput> logger)
    {
        _options = options.Value;
        _database = database;
        _register = register;
        _pool = pool;
        _pdfWorker = pdfWorker;
        _grade = grade;
        _settle = settle;
        _feedback = feedback;
        _outlets = outlets;
        _judge = judge;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>
    /// Grades the input and writes the results. Cancellation is a result, not an exception: <see cref="GradeResult.Interrupted"/>.
    /// </summary>
    /// <exception cref="Documents.Intake.UnusableInputException">
    /// The input, the worksheet or the file of decisions cannot be used at all.
    /// </exception>
    /// <exception cref="UnusableDataException">The data directory cannot be used.</exception>
    /// <exception cref="PdfWorkerUnavailableException">No PDF can be read here; what is registered waits for the next run.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was registered.</exception>
    public async Task<GradeResult> ExecuteAsync(
        GradeRequest request, IProgress<GradeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        progress?.Report(new GradeProgress(GradeStage.Opening, 0, 0));
        var reviewed = request.OverridesPath is { } path ? ReviewFile.Read(path) : [];
        using var plan = InputPlan.Open(request.InputPath, request.WorksheetPath, cancellationToken);
        var run = new RunContext
        {
            Plan = plan,
            Rubric = request.Rubric,
            Given = request.Answers,
            SilentErrorTarget = _options.SilentErrorTarget,
            Judge = _judge.ForRun(),
            Language = request.Language,
            DefaultLanguage = _options.DefaultLanguage,
            Limits = _options.ReadLimits,
            Engine = _feedback.Engine,
            Actor = request.Actor,
        };

        var registered = await _register.RegisterAsync(run, request, reviewed, cancellationToken);
        var reused = registered.Items.Count(i => i.Work == WorkState.Stored);
        _logger.LogInformation(
            "Run {Run}: {Total} submissions, {Reused} with a stored result", registered.RunId, registered.Items.Count, reused);
        var interrupted = !await WorkAsync(request, registered, progress, cancellationToken);
        if (registered.WillLearnMore && !interrupted)
        {
            var again = await _register.RegisterAsync(registered.Context, request, [], CancellationToken.None);
            interrupted = !await WorkAsync(request, again, progress, cancellationToken);
        }

        // From here on nothing is cancelled: what was done is to be kept and shown.
        var shared = await _settle.SettleAsync(run, registered.RunId, CancellationToken.None);
        var remarks = new List<string>([.. plan.Remarks, .. registered.Refused, .. shared]);
        var files = new List<string>();
        if (request.OutputDirectory is { } directory)
        {
            progress?.Report(new GradeProgress(GradeStage.Writing, registered.Items.Count, registered.Items.Count));
            var written = await _outlets.ExecuteAsync(
                new OutletRequest(registered.RunId, directory, request.Language, request.IncludeSuggestions, request.OverridesPath),
                CancellationToken.None);
            files.AddRange(written.Files);
            remarks.AddRange(written.Remarks);
        }
        return await CountAsync(run, registered, reused, interrupted, remarks, files);
    }

    /// <summary>Works until every entry of the run is finished, here or by another process.</summary>
    /// <returns>Whether it came to the end.</returns>
    private async Task<bool> WorkAsync(
        GradeRequest request, RegisteredRun registered, IProgress<GradeProgress>? progress, CancellationToken cancellationToken)
    {
        var (run, items) = (registered.Context, registered.Items);
        var done = items.Count(i => i.Work is WorkState.Stored or WorkState.Poison);
        progress?.Report(new GradeProgress(GradeStage.Grading, done, items.Count));
        try
        {
            // An installation that cannot read is told once, not of every submission.
            if (items.Any(i => i.Work is WorkState.Open or WorkState.Suspect))
                await _pdfWorker.PrepareAsync(run.Limits, cancellationToken);
            while (true)
            {
                var byEntry = items.ToDictionary(i => i.EntryId);
                async Task GradeAsync(Guid entry, CancellationToken token)
                {
                    await _grade.GradeAsync(run, byEntry[entry], token);
                    progress?.Report(new GradeProgress(GradeStage.Grading, Interlocked.Increment(ref done), items.Count));
                }
                await _pool.RunAsync(EntriesIn(items, WorkState.Open), request.Parallel ?? _options.Workers, GradeAsync, cancellationToken);
                // Alone, so that a file that ends the process again takes no innocent one with it.
                await _pool.RunAsync(EntriesIn(items, WorkState.Suspect), 1, GradeAsync, cancellationToken);
                if (items.All(i => i.Work != WorkState.Elsewhere))
                    return true;
                await Task.Delay(Patience, _clock, cancellationToken);
                items = (await _register.RegisterAsync(run, request, [], cancellationToken)).Items;
                done = items.Count(i => i.Work is WorkState.Stored or WorkState.Poison);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _logger.LogInformation("Run {Run} was interrupted; what was done is kept", registered.RunId);
            return false;
        }
    }

    private static IReadOnlyList<Guid> EntriesIn(IEnumerable<RegisteredHandIn> items, WorkState state) =>
        [.. items.Where(i => i.Work == state).Select(i => i.EntryId)];

    private async Task<GradeResult> CountAsync(
        RunContext run, RegisteredRun registered, int reused, bool interrupted, IReadOnlyList<string> remarks, IReadOnlyList<string> files)
    {
        await using var context = await _database.OpenAsync(CancellationToken.None);
        var row = await context.Runs.SingleAsync(r => r.Id == registered.RunId, CancellationToken.None);
        var statuses = await context.AssessmentsOf(row.Id)
            .GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, CancellationToken.None);
        var pending = registered.Items.Count - statuses.Values.Sum();
        if (row.State == RunState.Running && pending == 0 && !interrupted)
        {
            row.State = RunState.Finished;
            row.FinishedAt = _clock.GetUtcNow().UtcDateTime;
            await context.SaveChangesAsync(CancellationToken.None);
        }
        var matched = run.Plan.HandIns.SelectMany(h => h.Rows).Select(r => r.ParticipantNumber).ToHashSet(StringComparer.Ordinal);
        return new GradeResult
        {
            RunId = registered.RunId,
            Graded = statuses.GetValueOrDefault(SubmissionStatus.Graded),
            NeedsReview = statuses.GetValueOrDefault(SubmissionStatus.NeedsReview),
            NotGraded = statuses.GetValueOrDefault(SubmissionStatus.NotGraded),
            Unreadable = statuses.GetValueOrDefault(SubmissionStatus.Unreadable),
            NoSubmission = run.Plan.Worksheet?.Rows.Select(r => r.ParticipantNumber).Distinct(StringComparer.Ordinal)
                .Count(n => !matched.Contains(n)) ?? 0,
            Pending = pending,
            Reused = reused,
            Interrupted = interrupted,
            Remarks = remarks,
            Files = files,
        };
    }
}
