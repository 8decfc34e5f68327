using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

/// <summary>
/// Starts grading what was uploaded last for an assignment, by its pinned rubric version. Starting it again is the same run: stored results
/// are used again where they still hold, and what people decided since is learnt from. A run that is at work starts anew.
/// </summary>
public sealed class StartRun
{
    private readonly Database _database;
    private readonly JobLedger _ledger;
    private readonly IJobPoke _poke;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;
    private readonly IdGenerator _ids;

    public StartRun(Database database, JobLedger ledger, IJobPoke poke, AuditTrail audit, TimeProvider clock, IdGenerator ids)
    {
        _database = database;
        _ledger = ledger;
        _poke = poke;
        _audit = audit;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Starts.</summary>
    public async Task<RunStart> ExecuteAsync(Guid assignmentId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } assignment)
            return RunStart.Refused(RunProblem.Unknown);
        var upload = await context.Uploads.Where(u => u.AssignmentId == assignmentId).OrderByDescending(u => u.ReceivedAt)
            .ThenByDescending(u => u.Id).FirstOrDefaultAsync(cancellationToken);
        if (upload is null)
            return RunStart.Refused(RunProblem.NoUpload);
        var (run, entry) = await StartInAsync(context, assignment, assignment.RubricHash, upload, actor, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Poke(entry);
        return new RunStart(run.Id, null);
    }

    /// <summary>Tells whoever waits that a run was started, once that is saved.</summary>
    internal void Poke(JobEntry entry) => _poke.Poke([JobPoke.Of(entry.Id, entry.Kind)]);

    /// <summary>Starts within the caller's transaction, by whatever version. The caller saves, and pokes afterwards.</summary>
    internal async Task<(GradingRun Run, JobEntry Entry)> StartInAsync(
        AutoGraderDbContext context, Assignment assignment, string rubricHash, Upload upload, string actor,
        CancellationToken cancellationToken)
    {
        var run = await EnsureRunAsync(context, assignment.Id, rubricHash, cancellationToken);
        await CancelAllAsync(context, run.InputId, cancellationToken);
        run.UploadId = upload.Id;
        run.WorksheetHash = assignment.WorksheetHash;
        run.WorksheetDownloadedAt = assignment.WorksheetDownloadedAt;
        run.Language = assignment.Language;
        run.StartedBy = actor;
        run.StartedAt = _clock.GetUtcNow().UtcDateTime;
        run.FinishedAt = null;
        run.Problem = null;
        run.State = RunState.Running;
        var entry = await _ledger.EnqueueAsync(context, JobEntry.IntakeKind, run, cancellationToken);
        _audit.Add(context, actor, "run.start", run.Id.ToString(), run.RubricHash[..12]);
        return (run, entry);
    }

    /// <summary>
    /// Cancels whatever of the assignment is at work, under other rubric versions as well: submissions are registered for all of them
    /// together, and no job may go on with what it knew of an older export.
    /// </summary>
    private async Task CancelAllAsync(AutoGraderDbContext context, Guid inputId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var run in await context.Runs.Where(r => r.InputId == inputId).ToListAsync(cancellationToken))
        {
            await OpenEntries.CancelAsync(context, run.Id, now, cancellationToken);
            if (run.State is RunState.Running or RunState.Finishing)
                run.State = RunState.Cancelled;
        }
    }

    private async Task<GradingRun> EnsureRunAsync(
        AutoGraderDbContext context, Guid assignmentId, string rubricHash, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var input = await context.Inputs.SingleOrDefaultAsync(i => i.AssignmentId == assignmentId, cancellationToken);
        if (input is null)
        {
            input = new GradingInput { Id = _ids.Next(), AssignmentId = assignmentId, FirstSeenAt = now };
            context.Inputs.Add(input);
        }
        var run = await context.Runs
            .SingleOrDefaultAsync(r => r.InputId == input.Id && r.RubricHash == rubricHash, cancellationToken);
        if (run is null)
        {
            run = new GradingRun { Id = _ids.Next(), InputId = input.Id, RubricHash = rubricHash, StartedAt = now };
            context.Runs.Add(run);
        }
        return run;
    }
}
