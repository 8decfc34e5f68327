using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Review;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Registers a run: its submissions, the decisions handed in with it, and a ledger entry for whatever is not stored yet. All in one
/// transaction, so that the ledger never knows less than the domain.
/// </summary>
internal sealed class RegisterRun(
    Database database, JobLedger ledger, RegisterSubmissions submissions, StoreDecisions decisions, AuditTrail audit, TimeProvider clock,
    IdGenerator ids)
{
    public async Task<RegisteredRun> RegisterAsync(
        RunContext run, GradeRequest request, IReadOnlyList<ReviewRow> reviewed, CancellationToken cancellationToken)
    {
        var worksheet = request.WorksheetPath is { } path ? StoreWorksheet(path, request.WorksheetDownloadedAt) : null;
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!(await context.EnsureRubricAsync(run.Rubric, run.Given, clock.GetUtcNow().UtcDateTime, cancellationToken)).WasThere)
            audit.Add(context, run.Actor, "rubric.import", run.Rubric.Hash, run.Rubric.Rubric.Id);
        var input = await EnsureInputAsync(context, request.InputPath, cancellationToken);
        var row = await EnsureRunAsync(context, input, run, worksheet, cancellationToken);
        var registered = await RegisterInAsync(context, run, row, reviewed, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return registered;
    }

    /// <summary>Registers within the caller's transaction. The caller saves.</summary>
    /// <param name="context">The database.</param>
    /// <param name="run">What is the same for all hand-ins.</param>
    /// <param name="row">The run, tracked.</param>
    /// <param name="reviewed">Decisions handed in with it.</param>
    /// <param name="cancellationToken">Ends the registration.</param>
    public async Task<RegisteredRun> RegisterInAsync(
        AutoGraderDbContext context, RunContext run, GradingRun row, IReadOnlyList<ReviewRow> reviewed, CancellationToken cancellationToken)
    {
        var rows = await submissions.UpsertAsync(context, row.InputId, run.Plan.HandIns, cancellationToken);
        // A result for other files than those handed in now counts no more.
        var changed = rows.Values.Where(r => r.HasChanged).Select(r => r.Row.Id).ToList();
        await context.KeptResults.Where(k => k.RemarkingId == row.RemarkingId && EF.Parameter(changed).Contains(k.SubmissionId))
            .ExecuteDeleteAsync(cancellationToken);
        var refused = await decisions.ApplyAsync(context, run, rows.Values, reviewed, cancellationToken);
        // Decisions of this very request are learnt from, too.
        await context.SaveChangesAsync(cancellationToken);
        run = run.LearningFrom(await LearntAnswers.CollectAsync(context, row.InputId, run.Rubric.Rubric, run.Given, cancellationToken));
        row.LearntHash = run.Learnt.Hash;
        var willGrow = await LearntAnswers.WillGrowAsync(context, row.InputId, run.Rubric.Rubric.Id, cancellationToken);
        var items = await OpenEntriesAsync(context, run, row, rows, cancellationToken);
        if (items.Any(i => i.Work is WorkState.Open or WorkState.Suspect or WorkState.Elsewhere))
        {
            row.State = RunState.Running;
            row.FinishedAt = null;
        }
        return new RegisteredRun(row.Id, run, items, refused, willGrow);
    }

    private sealed record WorksheetFile(string Hash, long Length, DateTime DownloadedAt);

    private WorksheetFile StoreWorksheet(string path, DateTimeOffset? downloadedAt)
    {
        var content = File.ReadAllBytes(path);
        return new WorksheetFile(
            database.Artifacts.Put(content), content.Length, downloadedAt?.UtcDateTime ?? File.GetLastWriteTimeUtc(path));
    }

    private async Task<GradingInput> EnsureInputAsync(AutoGraderDbContext context, string inputPath, CancellationToken cancellationToken)
    {
        var location = InputLocation.Of(inputPath);
        if (await context.Inputs.SingleOrDefaultAsync(i => i.Location == location, cancellationToken) is { } known)
            return known;
        var input = new GradingInput { Id = ids.Next(), Location = location, FirstSeenAt = clock.GetUtcNow().UtcDateTime };
        context.Inputs.Add(input);
        return input;
    }

    private async Task<GradingRun> EnsureRunAsync(
        AutoGraderDbContext context, GradingInput input, RunContext run, WorksheetFile? worksheet, CancellationToken cancellationToken)
    {
        if (worksheet is not null)
            await context.AddArtifactAsync(worksheet.Hash, worksheet.Length, clock, cancellationToken, "text/csv");
        var row = await context.Runs.SingleOrDefaultAsync(r => r.InputId == input.Id && r.RubricHash == run.Rubric.Hash, cancellationToken);
        if (row is null)
        {
            row = new GradingRun
            {
                Id = ids.Next(),
                InputId = input.Id,
                RubricHash = run.Rubric.Hash,
                StartedAt = clock.GetUtcNow().UtcDateTime,
            };
            context.Runs.Add(row);
            audit.Add(context, run.Actor, "run.start", row.Id.ToString(), run.Rubric.ShortHash);
        }
        row.WorksheetHash = worksheet?.Hash;
        row.WorksheetDownloadedAt = worksheet?.DownloadedAt;
        return row;
    }

    private async Task<IReadOnlyList<RegisteredHandIn>> OpenEntriesAsync(
        AutoGraderDbContext context, RunContext run, GradingRun row, IReadOnlyDictionary<string, RegisteredSubmission> rows,
        CancellationToken cancellationToken)
    {
        var isService = row.UploadId is not null;
        var rubricHash = run.Rubric.Hash;
        var subjects = rows.Values.Select(r => r.Row.Id).ToList();
        var entries = await context.JobEntries
            .Where(e => e.Kind == JobEntry.GradeKind && e.RubricVersion == rubricHash && EF.Parameter(subjects).Contains(e.SubjectId))
            .ToDictionaryAsync(e => e.SubjectId, cancellationToken);
        var assessments = await context.Assessments
            .Where(a => a.RubricHash == rubricHash && EF.Parameter(subjects).Contains(a.SubmissionId))
            .ToDictionaryAsync(a => a.SubmissionId, cancellationToken);
        var items = new List<RegisteredHandIn>();
        foreach (var planned in run.Plan.HandIns)
        {
            var submission = rows[planned.HandIn.Key];
            var decided = Decisions.On(submission.Row, run.Rubric.Rubric.Id);
            var fingerprint = run.FingerprintOf(planned, decided);
            if (!entries.TryGetValue(submission.Row.Id, out var entry))
            {
                entry = ledger.NewEntry(JobEntry.GradeKind, submission.Row.Id, rubricHash);
                context.JobEntries.Add(entry);
            }
            entry.RunId = isService ? row.Id : null;
            var assessment = assessments.GetValueOrDefault(submission.Row.Id);
            var isStored = IsStored(assessment, fingerprint);
            var work = isService ? WorkOfService(entry, submission, isStored) : WorkOf(entry, submission, isStored);
            if (work == WorkState.Poison)
                MarkUnreadable(context, run, submission.Row.Id, assessment, fingerprint);
            items.Add(new RegisteredHandIn(planned, submission.Row.Id, entry.Id, fingerprint, decided, work));
        }
        return items;
    }

    private WorkState WorkOf(JobEntry entry, RegisteredSubmission submission, bool isStored)
    {
        if (entry.State == JobState.Running && !ledger.IsOrphan(entry))
            return WorkState.Elsewhere;
        if (submission.HasChanged)
        {
            JobLedger.Reopen(entry);
            return WorkState.Open;
        }
        if (entry.State == JobState.Running && ledger.Recover(entry))
            return WorkState.Poison;
        if (entry.State == JobState.Queued)
            return entry.Attempt > 0 ? WorkState.Suspect : WorkState.Open;
        if (isStored)
            return WorkState.Stored;
        JobLedger.Reopen(entry);
        return WorkState.Open;
    }

    /// <summary>
    /// The start of a run of the service has cancelled all that was open, so that no worker holds an entry any more, and what ended a
    /// process is dealt with when it is claimed.
    /// </summary>
    private static WorkState WorkOfService(JobEntry entry, RegisteredSubmission submission, bool isStored)
    {
        if (isStored && !submission.HasChanged && entry.State is JobState.Done or JobState.Failed or JobState.Cancelled)
        {
            entry.State = entry.State == JobState.Cancelled ? JobState.Done : entry.State;
            return WorkState.Stored;
        }
        JobLedger.Reopen(entry);
        return WorkState.Open;
    }

    /// <summary>Whether the stored result holds: made from the same things, its files still there.</summary>
    private bool IsStored(StoredAssessment? assessment, string fingerprint) =>
        assessment is not null
        && assessment.Fingerprint == fingerprint
        && (assessment.PdfHash is not { } pdf || database.Artifacts.Contains(pdf))
        && (assessment.FeedbackHash is not { } feedback || database.Artifacts.Contains(feedback));

    private void MarkUnreadable(
        AutoGraderDbContext context, RunContext run, Guid submissionId, StoredAssessment? assessment, string fingerprint)
    {
        if (assessment is not null)
            context.Assessments.Remove(assessment);
        context.Assessments.Add(new StoredAssessment
        {
            Id = ids.Next(),
            SubmissionId = submissionId,
            RubricHash = run.Rubric.Hash,
            Fingerprint = fingerprint,
            Status = SubmissionStatus.Unreadable,
            OwnStatus = SubmissionStatus.Unreadable,
            Reasons = [OwnReasons.Poison],
            Language = run.Language ?? run.DefaultLanguage,
            Maximum = run.Rubric.Rubric.Maximum,
            EngineVersion = SubmissionGrader.EngineVersion,
            AssessedAt = clock.GetUtcNow().UtcDateTime,
        });
        audit.Add(context, run.Actor, "submission.poison", submissionId.ToString());
    }
}
