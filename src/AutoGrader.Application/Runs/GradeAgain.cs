using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Runs;

/// <summary>
/// Grades one submission, a selection or all of a run again, on purpose: what is stored of them is not used, but for the readings of their
/// reports. A selection is graded by what the run has learnt, so that it stays comparable with the rest; all learn anew.
/// </summary>
public sealed class GradeAgain(Database database, StartRun start, IJobPoke poke, AuditTrail audit)
{
    /// <summary>Grades again.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="submissions">The submissions; <c>null</c> for all.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="cancellationToken">Ends the request, not the grading.</param>
    public async Task<RunStart> ExecuteAsync(
        Guid runId, IReadOnlyCollection<Guid>? submissions, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.Runs.Include(r => r.Input).SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is not { UploadId: not null, Input.AssignmentId: { } assignmentId })
            return RunStart.Refused(RunProblem.Unknown);
        if (submissions is not null)
            return await SelectionAsync(context, run, submissions, actor, cancellationToken);
        await context.Assessments
            .Where(a => a.RubricHash == run.RubricHash && a.Submission!.InputId == run.InputId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Fingerprint, ""), cancellationToken);
        return await start.ExecuteAsync(assignmentId, actor, cancellationToken);
    }

    private async Task<RunStart> SelectionAsync(
        AutoGraderDbContext context, GradingRun run, IReadOnlyCollection<Guid> submissions, string actor,
        CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var selected = submissions.ToList();
        var entries = await context.JobEntries
            .Where(e => e.RunId == run.Id && e.Kind == JobEntry.GradeKind && EF.Parameter(selected).Contains(e.SubjectId)
                && context.Submissions.Any(s => s.Id == e.SubjectId && !s.IsWithdrawn))
            .OrderBy(e => e.Id).ToListAsync(cancellationToken);
        if (!await OpenEntries.IsCurrentAsync(context, run, cancellationToken))
            return RunStart.Refused(RunProblem.Superseded, run.Id);
        if (entries.Count == 0)
            return RunStart.Refused(RunProblem.NothingSelected, run.Id);
        if (run.State == RunState.Finishing)
            return RunStart.Refused(RunProblem.AtWork, run.Id);
        // Who has a submission graded again by this run wants its result.
        await context.KeptResults.Where(k => k.RemarkingId == run.RemarkingId && EF.Parameter(selected).Contains(k.SubmissionId))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var entry in entries)
        {
            JobLedger.Reopen(entry);
            audit.Add(context, actor, "submission.again", entry.SubjectId.ToString());
        }
        run.State = RunState.Running;
        run.FinishedAt = null;
        run.Problem = null;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // For one, somebody waits.
        var lane = entries.Count == 1 ? JobLane.Live : JobLane.Bulk;
        poke.Poke([.. entries.Select(e => new JobPoke(e.Id, lane))]);
        return new RunStart(run.Id, null);
    }
}
