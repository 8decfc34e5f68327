using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// Works on one entry of the ledger: the only thing that a hand that pulls (Hangfire's job, the <see cref="LedgerWorker"/>) calls. Any
/// number of calls for the same entry, at the same time and on any number of machines, is harmless. Retries are decided here and below, so
/// the caller must not retry.
/// </summary>
public sealed class WorkOnEntry
{
    private readonly Database _database;
    private readonly JobLedger _ledger;
    private readonly RunningEntries _running;
    private readonly SuspectGate _gate;
    private readonly IntakeRun _intake;
    private readonly GradeEntry _grade;
    private readonly FinishRun _finish;
    private readonly RunFanIn _fanIn;
    private readonly ILogger<WorkOnEntry> _logger;

    internal WorkOnEntry(
        Database database, JobLedger ledger, RunningEntries running, SuspectGate gate, IntakeRun intake, GradeEntry grade, FinishRun finish,
        RunFanIn fanIn, ILogger<WorkOnEntry> logger)
    {
        _database = database;
        _ledger = ledger;
        _running = running;
        _gate = gate;
        _intake = intake;
        _grade = grade;
        _finish = finish;
        _fanIn = fanIn;
        _logger = logger;
    }

    /// <summary>Claims the entry and works on it.</summary>
    /// <returns>Whether it was claimed; <c>false</c> where somebody else has it or it is finished.</returns>
    /// <exception cref="OperationCanceledException">The process is to stop; the entry waits again, the attempt not counted.</exception>
    public async Task<bool> ExecuteAsync(Guid entryId, CancellationToken cancellationToken)
    {
        if (await FindAsync(entryId, cancellationToken) is not { RunId: { } runId, State: JobState.Queued or JobState.Running } waiting)
            return false;
        // What opens no report waits for none.
        using var turn = waiting.Kind == JobEntry.GradeKind ? await _gate.EnterAsync(waiting.Attempt > 0, cancellationToken) : null;
        if (!await _ledger.TryClaimAsync(entryId, cancellationToken))
            return false;
        using (var work = _running.Begin(entryId, cancellationToken))
        {
            try
            {
                await WorkAsync((await FindAsync(entryId, work.Token))!, work);
            }
            catch (OperationCanceledException) when (work.Token.IsCancellationRequested)
            {
                if (!work.IsLost)
                    await _ledger.ReleaseAsync(entryId);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        await _fanIn.CloseAsync(runId, CancellationToken.None);
        return true;
    }

    private async Task WorkAsync(JobEntry entry, RunningEntry work)
    {
        try
        {
            await (entry.Kind switch
            {
                JobEntry.IntakeKind => _intake.ExecuteAsync(entry, work),
                JobEntry.GradeKind => _grade.ExecuteAsync(entry, work),
                JobEntry.FinishKind => _finish.ExecuteAsync(entry, work),
                _ => throw new InvalidOperationException($"There is no work of the kind {entry.Kind}."),
            });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What can be expected of a file was dealt with below; this costs the entry, never the worker.
            _logger.LogError("Entry {Entry} ({Kind}) failed: {Fault}", entry.Id, entry.Kind, Faults.Describe(fault));
            await _ledger.FailAsync(entry.Id, fault.GetType().Name);
            if (entry.Kind != JobEntry.GradeKind)
                await _fanIn.FailAsync(entry.RunId!.Value, $"A fault of the program ({fault.GetType().Name}); the log says more.");
        }
    }

    private async Task<JobEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        return await context.JobEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
    }
}
