using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Rubrics;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Opens runs of the service: export, worksheet, rubric and what was learnt, once for all jobs of this process. Keeps a few of them open,
/// so that the directory of an export is not read for each of its hand-ins. Thread-safe.
/// </summary>
internal sealed class OpenRuns(
    Database database, IOptions<AutoGraderOptions> options, OutsideJudge judge, RenderFeedback feedback) : IDisposable
{
    private const int Kept = 3;

    private readonly Lock _lock = new();
    private readonly List<Shelf> _shelves = [];

    /// <summary>Opens a run as it was registered; dispose the result when the job is done.</summary>
    /// <exception cref="UnusableInputException">Export or worksheet cannot be used.</exception>
    public async Task<OpenRun> OpenAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var row = await context.Runs.AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        var shelf = Take(row);
        try
        {
            // One job opens, the others wait for it. Not cancelled with the one, since the others need it, too.
            return new OpenRun(await shelf.Content.Value, () => Return(shelf));
        }
        catch
        {
            Return(shelf, isBroken: true);
            throw;
        }
    }

    /// <summary>Opens the export of a run anew, to register it: nothing is known of its content, nothing is learnt yet.</summary>
    public async Task<RunContext> OpenToRegisterAsync(AutoGraderDbContext context, GradingRun row, CancellationToken cancellationToken) =>
        await LoadAsync(context, row, knownContent: null, cancellationToken);

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var shelf in _shelves)
                shelf.Close();
            _shelves.Clear();
        }
    }

    private Shelf Take(GradingRun row)
    {
        var key = (row.Id, row.UploadId, row.WorksheetHash, row.LearntHash, row.Language, row.StartedAt);
        lock (_lock)
        {
            var shelf = _shelves.Find(s => s.Key.Equals(key));
            if (shelf is null)
                shelf = new Shelf(key, new Lazy<Task<RunContext>>(() => Task.Run(() => LoadRegisteredAsync(row))));
            else
                _shelves.Remove(shelf);
            _shelves.Add(shelf);
            shelf.Users++;
            return shelf;
        }
    }

    private void Return(Shelf shelf, bool isBroken = false)
    {
        lock (_lock)
        {
            shelf.Users--;
            if (isBroken)
                _shelves.Remove(shelf);
            // The ones used longest ago go first; one that is in use stays.
            for (var excess = _shelves.Count - Kept; excess > 0; excess--)
            {
                if (_shelves.Find(s => s.Users == 0) is not { } unused)
                    break;
                _shelves.Remove(unused);
                unused.Close();
            }
        }
    }

    private async Task<RunContext> LoadRegisteredAsync(GradingRun row)
    {
        await using var context = await database.OpenAsync(CancellationToken.None);
        var content = await context.Submissions.AsNoTracking().Where(s => s.InputId == row.InputId)
            .ToDictionaryAsync(s => s.HandInKey, s => s.ContentHash, StringComparer.Ordinal);
        var run = await LoadAsync(context, row, content, CancellationToken.None);
        return run.LearningFrom(await LearntAnswers.OfRunAsync(context, row, run.Rubric.Rubric, run.Given, CancellationToken.None));
    }

    private async Task<RunContext> LoadAsync(
        AutoGraderDbContext context, GradingRun row, IReadOnlyDictionary<string, string>? knownContent, CancellationToken cancellationToken)
    {
        var upload = await context.Uploads.AsNoTracking().SingleAsync(u => u.Id == row.UploadId, cancellationToken);
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == row.RubricHash, cancellationToken);
        var rubric = stored.ToVersion();
        var given = await context.AnswersOfRunAsync(row, stored, rubric.Rubric, cancellationToken);
        var settings = options.Value;
        return new RunContext
        {
            Plan = OpenPlan(row, upload, knownContent, cancellationToken),
            Rubric = rubric,
            Given = given,
            SilentErrorTarget = settings.SilentErrorTarget,
            Judge = judge.ForRun(),
            Language = row.Language,
            DefaultLanguage = settings.DefaultLanguage,
            Limits = settings.ReadLimits,
            Engine = feedback.Engine,
            Actor = row.StartedBy ?? "service",
        };
    }

    private InputPlan OpenPlan(
        GradingRun row, Upload upload, IReadOnlyDictionary<string, string>? knownContent, CancellationToken cancellationToken)
    {
        var export = database.Artifacts.PathOf(upload.ContentHash);
        var worksheet = row.WorksheetHash is { } hash ? database.Artifacts.PathOf(hash) : null;
        try
        {
            return InputPlan.Open(export, upload.FileName, worksheet, knownContent, cancellationToken);
        }
        catch (UnusableInputException fault)
        {
            // Where files are stored tells the tutor nothing.
            var message = fault.Message.Replace(export, upload.FileName, StringComparison.Ordinal);
            throw new UnusableInputException(
                worksheet is null ? message : message.Replace(worksheet, "worksheet", StringComparison.Ordinal), fault);
        }
    }

    private sealed class Shelf(object key, Lazy<Task<RunContext>> content)
    {
        public object Key => key;

        public Lazy<Task<RunContext>> Content => content;

        public int Users { get; set; }

        public void Close()
        {
            if (content is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                content.Value.Result.Plan.Dispose();
        }
    }
}

/// <summary>A run that stays open until it is disposed.</summary>
internal sealed class OpenRun(RunContext context, Action close) : IDisposable
{
    /// <summary>What is the same for all its hand-ins.</summary>
    public RunContext Context => context;

    /// <summary>A hand-in; <c>null</c> where the export does not hold it.</summary>
    public PlannedHandIn? Find(string key) => context.Plan.Find(key);

    public void Dispose() => close();
}
