using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Jobs;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// The rows of the transfers: what waits, who works on it, how far it is. One at a time is worked on by a process, and each by one process:
/// it is claimed by a conditional update and kept by a lease.
/// </summary>
internal sealed class MoodleTransfers(Database database, WorkerIdentity worker, TimeProvider clock)
{
    /// <summary>How often the lease is renewed.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>What ended the process so often is not begun again by itself.</summary>
    private const int MostAttempts = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Claims what has waited longest, or what was left by a process that is no more; <c>null</c> where nothing waits.</summary>
    public async Task<MoodleTransfer?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var open = await context.MoodleTransfers.AsNoTracking()
            .Where(t => t.State == MoodleTransferState.Queued || t.State == MoodleTransferState.Running
                || t.State == MoodleTransferState.Approved || t.State == MoodleTransferState.Sending)
            .OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        foreach (var transfer in open.Where(IsFree))
        {
            if (transfer.Attempt >= MostAttempts)
                await GiveUpAsync(context, transfer, cancellationToken);
            else if (await TryClaimAsync(context, transfer, cancellationToken))
                return await context.MoodleTransfers.AsNoTracking().SingleAsync(t => t.Id == transfer.Id, cancellationToken);
        }
        return null;
    }

    /// <summary>Renews the lease. <c>false</c>: the transfer is no longer this process's.</summary>
    public async Task<bool> RenewAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var until = Now + Lease;
        return await Mine(context, id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LeaseUntil, until), cancellationToken) == 1;
    }

    /// <summary>Says how far it is.</summary>
    public async Task TellAsync(MoodleTransfer transfer, int done, int total, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await Mine(context, transfer.Id).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Done, done).SetProperty(t => t.Total, total), cancellationToken);
    }

    /// <summary>Ends it.</summary>
    public async Task FinishAsync(MoodleTransfer transfer, LocalizedText outcome, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await FinishInAsync(context, transfer, outcome, cancellationToken);
    }

    /// <summary>Ends it inside the transaction that saves its result.</summary>
    /// <exception cref="OperationCanceledException">It was lost to another process; the result must not be saved.</exception>
    public Task FinishInAsync(
        AutoGraderDbContext context, MoodleTransfer transfer, LocalizedText outcome, CancellationToken cancellationToken) =>
        EndAsync(context, transfer.Id, MoodleTransferState.Done, outcome, cancellationToken);

    /// <summary>Ends the comparison of a push: now a person decides.</summary>
    public Task ComparedInAsync(
        AutoGraderDbContext context, MoodleTransfer transfer, LocalizedText outcome, CancellationToken cancellationToken) =>
        EndAsync(context, transfer.Id, MoodleTransferState.Compared, outcome, cancellationToken);

    /// <summary>It cannot go on before somebody mends something; what was done is kept.</summary>
    public async Task FailAsync(MoodleTransfer transfer, LocalizedText problem)
    {
        await using var context = await database.OpenAsync(CancellationToken.None);
        await EndAsync(context, transfer.Id, MoodleTransferState.Failed, problem, CancellationToken.None);
    }

    /// <summary>Puts it back, because the process stops. The attempt does not count.</summary>
    public async Task ReleaseAsync(MoodleTransfer transfer)
    {
        await using var context = await database.OpenAsync(CancellationToken.None);
        var state = transfer.State == MoodleTransferState.Sending ? MoodleTransferState.Approved : MoodleTransferState.Queued;
        await Mine(context, transfer.Id).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, state).SetProperty(t => t.Worker, (string?)null)
                .SetProperty(t => t.LeaseUntil, (DateTime?)null).SetProperty(t => t.Attempt, t => t.Attempt - 1),
            CancellationToken.None);
    }

    private IQueryable<MoodleTransfer> Mine(AutoGraderDbContext context, Guid id) => context.MoodleTransfers.Where(t => t.Id == id
        && (t.State == MoodleTransferState.Running || t.State == MoodleTransferState.Sending) && t.Worker == worker.Name);

    private async Task EndAsync(
        AutoGraderDbContext context, Guid id, MoodleTransferState state, LocalizedText outcome, CancellationToken cancellationToken)
    {
        DateTime? ended = Now;
        var changed = await Mine(context, id).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, state).SetProperty(t => t.Outcome, outcome).SetProperty(t => t.FinishedAt, ended)
                .SetProperty(t => t.Worker, (string?)null).SetProperty(t => t.LeaseUntil, (DateTime?)null),
            cancellationToken);
        if (changed == 0)
            throw new OperationCanceledException("The transfer belongs to another process.");
    }

    private bool IsFree(MoodleTransfer transfer) =>
        transfer.State is MoodleTransferState.Queued or MoodleTransferState.Approved || transfer.LeaseUntil < Now
        || (transfer.Worker is { } name && WorkerIdentity.IsKnownDead(name));

    private async Task<bool> TryClaimAsync(AutoGraderDbContext context, MoodleTransfer seen, CancellationToken cancellationToken)
    {
        var until = Now + Lease;
        var state = seen.State is MoodleTransferState.Queued or MoodleTransferState.Running
            ? MoodleTransferState.Running
            : MoodleTransferState.Sending;
        return await context.MoodleTransfers
            .Where(t => t.Id == seen.Id && t.State == seen.State && t.Worker == seen.Worker && t.Attempt == seen.Attempt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.State, state).SetProperty(t => t.Worker, worker.Name)
                    .SetProperty(t => t.LeaseUntil, until).SetProperty(t => t.Attempt, t => t.Attempt + 1)
                    .SetProperty(t => t.Outcome, (LocalizedText?)null).SetProperty(t => t.FinishedAt, (DateTime?)null),
                cancellationToken) == 1;
    }

    private static async Task GiveUpAsync(AutoGraderDbContext context, MoodleTransfer seen, CancellationToken cancellationToken)
    {
        LocalizedText? problem = new(
            "The program ended while it worked on this several times. Try again; if it stays so, tell the administrators of this service.",
            "Das Programm endete mehrmals, während es daran arbeitete. Versuchen Sie es noch einmal; bleibt es so, wenden Sie sich an die "
            + "Administration dieses Dienstes.");
        await context.MoodleTransfers.Where(t => t.Id == seen.Id && t.Attempt == seen.Attempt).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, MoodleTransferState.Failed).SetProperty(t => t.Outcome, problem), cancellationToken);
    }
}
