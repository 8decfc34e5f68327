using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Review;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Grading;

/// <summary>The job that grades one submission of a run of the service, straight from the stored export.</summary>
internal sealed class GradeEntry(
    Database database, OpenRuns runs, GradeSubmission grade, JobLedger ledger, IJobPoke poke, ILogger<GradeEntry> logger)
{
    public async Task ExecuteAsync(JobEntry entry, RunningEntry work)
    {
        work.Enter(JobStage.Open);
        using var run = await OpenAsync(entry, work.Token);
        if (run is null)
            return;
        await using var context = await database.OpenAsync(work.Token);
        var submission = await context.Submissions.AsNoTracking().Include(s => s.Overrides)
            .SingleAsync(s => s.Id == entry.SubjectId, work.Token);
        if (run.Find(submission.HandInKey) is not { } planned)
        {
            // The export changed after the entry was read: then the entry is no longer this worker's either.
            await ledger.FailAsync(entry.Id, "withdrawn");
            return;
        }
        var decisions = Decisions.On(submission, run.Context.Rubric.Rubric.Id);
        var item = new RegisteredHandIn(
            planned, submission.Id, entry.Id, run.Context.FingerprintOf(planned, decisions), decisions, WorkState.Open)
        {
            Enter = work.Enter,
        };
        if (entry.Attempt > JobLedger.PoisonAttempts)
            await grade.PoisonAsync(run.Context, item, work.Token);
        else if (!await grade.GradeAsync(run.Context, item, work.Token))
            poke.Poke([JobPoke.Of(entry.Id, entry.Kind)]);
    }

    private async Task<OpenRun?> OpenAsync(JobEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.OpenAsync(entry.RunId!.Value, cancellationToken);
        }
        catch (Exception fault) when (fault is UnusableInputException or FileNotFoundException)
        {
            logger.LogError("The export of run {Run} can no longer be opened", entry.RunId);
            await ledger.FailAsync(entry.Id, "export");
            return null;
        }
    }
}
