using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// The truth about what is to be done and by whom. Whoever pulls (the command line's pool, Hangfire) claims an entry here first; any
/// number of pulls of the same entry is harmless. Holds no state of its own.
/// </summary>
public sealed class JobLedger(Database database, TimeProvider clock, WorkerIdentity worker, IdGenerator ids)
{
    /// <summary>How long an entry belongs to its worker without renewal.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How often a worker renews its leases.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    /// <summary>A file that ended the process so often is not tried again.</summary>
    public const int PoisonAttempts = 2;

    /// <summary>The error of an entry that is not tried again for that reason.</summary>
    public const string PoisonError = "poison";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes an entry that waits for a worker. Save it together with what it is about.</summary>
    public JobEntry NewEntry(string kind, Guid subjectId, string rubricVersion) => new()
    {
        Id = ids.Next(),
        Kind = kind,
        SubjectId = subjectId,
        RubricVersion = rubricVersion,
        CreatedAt = Now,
    };

    /// <summary>Adds an entry of a run, or opens it anew. Save it together with what it is about, then poke.</summary>
    internal async Task<JobEntry> EnqueueAsync(
        AutoGraderDbContext context, string kind, GradingRun run, CancellationToken cancellationToken)
    {
        var entry = await context.JobEntries.SingleOrDefaultAsync(
            e => e.Kind == kind && e.SubjectId == run.Id && e.RubricVersion == run.RubricHash, cancellationToken);
        if (entry is null)
        {
            entry = NewEntry(kind, run.Id, run.RubricHash);
            context.JobEntries.Add(entry);
        }
        Reopen(entry);
        entry.RunId = run.Id;
        return entry;
    }

    /// <summary>Takes an entry by one conditional update. <c>false</c>: somebody else has it, or it is finished.</summary>
    public async Task<bool> TryClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var now = Now;
        var claimed = await context.JobEntries
            .Where(e => e.Id == id && (e.State == JobState.Queued || (e.State == JobState.Running && e.LeaseUntil < now)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.State, JobState.Running)
                    .SetProperty(e => e.Worker, worker.Name)
                    .SetProperty(e => e.LeaseUntil, now + Lease)
                    .SetProperty(e => e.Attempt, e => e.Attempt + 1)
                    .SetProperty(e => e.StartedAt, now)
                    .SetProperty(e => e.FinishedAt, (DateTime?)null)
                    .SetProperty(e => e.Error, (string?)null),
                cancellationToken);
        return claimed == 1;
    }

    /// <summary>Renews all leases of this process.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var until = Now + Lease;
        await context.JobEntries
            .Where(e => e.State == JobState.Running && e.Worker == worker.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.LeaseUntil, until), cancellationToken);
    }

    /// <summary>
    /// Ends an entry of this process inside the transaction that saves its result. <c>false</c>: the entry was lost to another worker
    /// in the meantime, and the result must not be saved.
    /// </summary>
    public async Task<bool> TryFinishAsync(
        AutoGraderDbContext context, Guid id, JobState state, string? error, CancellationToken cancellationToken)
    {
        var now = Now;
        var finished = await context.JobEntries
            .Where(e => e.Id == id && e.State == JobState.Running && e.Worker == worker.Name)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.State, state)
                    .SetProperty(e => e.Error, error)
                    // The claim that only says that it is poison is no further attempt.
                    .SetProperty(e => e.Attempt, e => error == PoisonError ? PoisonAttempts : e.Attempt)
                    .SetProperty(e => e.Stage, (string?)null)
                    .SetProperty(e => e.LeaseUntil, (DateTime?)null)
                    .SetProperty(e => e.FinishedAt, now),
                cancellationToken);
        return finished == 1;
    }

    /// <summary>Ends an entry of this process without a result.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="error">The kind of fault, without personal data.</param>
    public async Task FailAsync(Guid id, string error)
    {
        await using var context = await database.OpenAsync(CancellationToken.None);
        await TryFinishAsync(context, id, JobState.Failed, error, CancellationToken.None);
    }

    /// <summary>Gives an entry back as if it had never been begun: the worker was asked to stop.</summary>
    public async Task ReleaseAsync(Guid id)
    {
        // Not cancellable: it is what remains to be done after a cancellation.
        await using var context = await database.OpenAsync(CancellationToken.None);
        await context.JobEntries
            .Where(e => e.Id == id && e.State == JobState.Running && e.Worker == worker.Name)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.State, JobState.Queued)
                    .SetProperty(e => e.Attempt, e => e.Attempt - 1)
                    .SetProperty(e => e.Worker, (string?)null)
                    .SetProperty(e => e.LeaseUntil, (DateTime?)null),
                CancellationToken.None);
    }

    /// <summary>
    /// Puts back the service's entries that are running for nobody, with their attempts counted, and says which entries wait: those that
    /// were never begun before those that may have ended a process, oldest first.
    /// </summary>
    internal async Task<IReadOnlyList<JobPoke>> RecoverAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var running = await context.JobEntries.AsNoTracking()
            .Where(e => e.RunId != null && e.State == JobState.Running).ToListAsync(cancellationToken);
        foreach (var orphan in running.Where(IsOrphan))
        {
            // Only if it is still that worker's: another node may have been faster.
            await context.JobEntries
                .Where(e => e.Id == orphan.Id && e.State == JobState.Running && e.Worker == orphan.Worker && e.Attempt == orphan.Attempt
                    && e.LeaseUntil == orphan.LeaseUntil)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(e => e.State, JobState.Queued)
                        .SetProperty(e => e.Worker, (string?)null)
                        .SetProperty(e => e.LeaseUntil, (DateTime?)null),
                    cancellationToken);
        }
        return await WaitingAsync(int.MaxValue, cancellationToken);
    }

    /// <summary>The service's entries that wait, in the order in which they are to be taken.</summary>
    internal async Task<IReadOnlyList<JobPoke>> WaitingAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var waiting = await context.JobEntries
            .Where(e => e.RunId != null && e.State == JobState.Queued)
            .OrderBy(e => e.Kind == JobEntry.GradeKind).ThenBy(e => e.Attempt).ThenBy(e => e.Id)
            .Take(limit).Select(e => new { e.Id, e.Kind }).ToListAsync(cancellationToken);
        return [.. waiting.Select(e => JobPoke.Of(e.Id, e.Kind))];
    }

    /// <summary>Whether nothing of the service waits or is being worked on.</summary>
    internal async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        return !await context.JobEntries.AnyAsync(
            e => e.RunId != null && (e.State == JobState.Queued || e.State == JobState.Running), cancellationToken);
    }

    /// <summary>The entries that belong to this process now.</summary>
    internal async Task<IReadOnlySet<Guid>> MineAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var mine = await context.JobEntries.Where(e => e.State == JobState.Running && e.Worker == worker.Name).Select(e => e.Id)
            .ToListAsync(cancellationToken);
        return mine.ToHashSet();
    }

    /// <summary>Writes down what is being done about entries of this process.</summary>
    internal async Task TellStageAsync(IReadOnlyList<Guid> entries, string stage, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await context.JobEntries
            .Where(e => EF.Parameter(entries).Contains(e.Id) && e.State == JobState.Running && e.Worker == worker.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Stage, stage), cancellationToken);
    }

    /// <summary>Whether an entry is running for nobody: its worker is dead or has not renewed its lease.</summary>
    public bool IsOrphan(JobEntry entry) =>
        entry.State == JobState.Running && (entry.LeaseUntil < Now || (entry.Worker is { } name && WorkerIdentity.IsKnownDead(name)));

    /// <summary>
    /// Puts an orphan back into the queue, or ends it where it has ended the process too often. The change is tracked, not saved: the
    /// caller holds a transaction and, for poison, saves the result that says so with it.
    /// </summary>
    /// <returns>Whether it is poison.</returns>
    public bool Recover(JobEntry orphan)
    {
        var isPoison = orphan.Attempt >= PoisonAttempts;
        orphan.State = isPoison ? JobState.Failed : JobState.Queued;
        orphan.Error = isPoison ? PoisonError : null;
        orphan.FinishedAt = isPoison ? Now : null;
        orphan.Worker = null;
        orphan.LeaseUntil = null;
        return isPoison;
    }

    /// <summary>Opens an entry anew, because what it is about has changed.</summary>
    public static void Reopen(JobEntry entry)
    {
        entry.State = JobState.Queued;
        entry.Attempt = 0;
        entry.Error = null;
        entry.Worker = null;
        entry.LeaseUntil = null;
        entry.FinishedAt = null;
    }
}
