using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Grading;

/// <summary>
/// The first job of a run: opens the export, registers its hand-ins, and opens an entry for each that has no stored result. All in one
/// transaction with its own end.
/// </summary>
internal sealed class IntakeRun(
    Database database, OpenRuns runs, RegisterRun register, JobLedger ledger, RunFanIn fanIn, IPdfWorker worker, IJobPoke poke,
    PassingFaults faults, IOptions<AutoGraderOptions> options, ILogger<IntakeRun> logger)
{
    public async Task ExecuteAsync(JobEntry entry, RunningEntry work)
    {
        var runId = entry.RunId!.Value;
        work.Enter(JobStage.Open);
        if (await ProblemAsync(entry, work) is { } problem)
        {
            logger.LogError("Run {Run} cannot go on: its export or this machine cannot be used", runId);
            await ledger.FailAsync(entry.Id, "unusable");
            await fanIn.FailAsync(runId, problem);
        }
    }

    private async Task<string?> ProblemAsync(JobEntry entry, RunningEntry work)
    {
        if (entry.Attempt > JobLedger.PoisonAttempts)
            return "Opening this export ended the program twice, so it is not tried again.";
        try
        {
            // An installation that cannot read is told once, not of every submission.
            await worker.PrepareAsync(options.Value.ReadLimits, work.Token);
            await faults.OutlastAsync(() => RegisterAsync(entry, work.Token), work.Token);
            return null;
        }
        catch (Exception fault) when (fault
            is UnusableInputException or UnusableDataException or PdfWorkerUnavailableException or FileNotFoundException)
        {
            return fault.Message;
        }
    }

    private async Task RegisterAsync(JobEntry entry, CancellationToken cancellationToken)
    {
        var runId = entry.RunId!.Value;
        await using var context = await database.OpenAsync(cancellationToken);
        var seen = await context.Runs.AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        var run = await runs.OpenToRegisterAsync(context, seen, cancellationToken);
        using var plan = run.Plan;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await ledger.TryFinishAsync(context, entry.Id, JobState.Done, error: null, cancellationToken))
            return;
        var row = await context.Runs.SingleAsync(r => r.Id == runId, cancellationToken);
        var registered = await register.RegisterInAsync(context, run, row, reviewed: [], cancellationToken);
        await LearntAnswers.KeepAsync(context, row, registered.Context.Learnt, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var open = registered.Items.Where(i => i.Work == WorkState.Open).ToList();
        logger.LogInformation("Run {Run}: {Total} submissions, {Open} to be graded", runId, registered.Items.Count, open.Count);
        poke.Poke([.. open.Select(i => JobPoke.Of(i.EntryId, JobEntry.GradeKind))]);
    }
}
