using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>Why a transfer is not started.</summary>
public enum TransferProblem
{
    /// <summary>The assignment is not connected, or no assignment in Moodle is chosen.</summary>
    NotConnected,

    /// <summary>Another transfer of the assignment is at work.</summary>
    AtWork,

    /// <summary>There is no finished run whose results could be sent.</summary>
    NothingGraded,

    /// <summary>The run graded another upload than the last fetch.</summary>
    NotFetched,

    /// <summary>There is no such transfer, or it cannot be continued.</summary>
    Unknown,
}

/// <summary>What became of the wish to start a transfer.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record TransferStart(Guid? TransferId, TransferProblem? Problem);

/// <summary>Asks for a transfer, or for one that could not go on to be continued. The work is done in the background.</summary>
public sealed class StartTransfer
{
    private readonly Database _database;
    private readonly TransferSignal _signal;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;
    private readonly IdGenerator _ids;

    internal StartTransfer(Database database, TransferSignal signal, AuditTrail audit, TimeProvider clock, IdGenerator ids) =>
        (_database, _signal, _audit, _clock, _ids) = (database, signal, audit, clock, ids);

    /// <summary>Asks that submissions are fetched.</summary>
    public Task<TransferStart> FetchAsync(Guid assignmentId, string actor, CancellationToken cancellationToken = default) =>
        StartAsync(assignmentId, MoodleTransferKind.Fetch, null, actor, cancellationToken);

    /// <summary>Asks that the results of a run are compared with what Moodle holds. Nothing is sent.</summary>
    public async Task<TransferStart> CompareAsync(
        Guid assignmentId, Guid runId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.Runs.AsNoTracking().SingleOrDefaultAsync(
            r => r.Id == runId && r.Input!.AssignmentId == assignmentId && r.State == RunState.Finished, cancellationToken);
        if (run is null)
            return new(null, TransferProblem.NothingGraded);
        return await context.MoodleConnections.AnyAsync(
            c => c.AssignmentId == assignmentId && (c.FetchedUploadId == null || c.FetchedUploadId != run.UploadId), cancellationToken)
            ? new(null, TransferProblem.NotFetched)
            : await StartAsync(assignmentId, MoodleTransferKind.Push, runId, actor, cancellationToken);
    }

    /// <summary>Goes on with one that could not; what was done is not done again.</summary>
    public async Task<TransferStart> ResumeAsync(
        Guid assignmentId, Guid transferId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await IsAtWorkAsync(context, assignmentId, cancellationToken))
            return new(null, TransferProblem.AtWork);
        var transfer = await context.MoodleTransfers.SingleOrDefaultAsync(
            t => t.Id == transferId && t.AssignmentId == assignmentId && t.State == MoodleTransferState.Failed, cancellationToken);
        if (transfer is null)
            return new(null, TransferProblem.Unknown);
        // A push that a person has approved was compared before: its receipts are there.
        transfer.State = transfer.ApprovedAt is null ? MoodleTransferState.Queued : MoodleTransferState.Approved;
        transfer.Attempt = 0;
        transfer.Actor = actor;
        _audit.Add(context, actor, "moodle.resume", transferId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _signal.Raise();
        return new(transferId, null);
    }

    private static Task<bool> IsAtWorkAsync(AutoGraderDbContext context, Guid assignmentId, CancellationToken cancellationToken) =>
        context.MoodleTransfers.AnyAsync(
            t => t.AssignmentId == assignmentId && (t.State == MoodleTransferState.Queued || t.State == MoodleTransferState.Running
                || t.State == MoodleTransferState.Approved || t.State == MoodleTransferState.Sending), cancellationToken);

    private async Task<TransferStart> StartAsync(
        Guid assignmentId, MoodleTransferKind kind, Guid? runId, string actor, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var connection = await context.MoodleConnections.AsNoTracking()
            .SingleOrDefaultAsync(c => c.AssignmentId == assignmentId, cancellationToken);
        if (connection?.MoodleAssignmentId is not { } moodle)
            return new(null, TransferProblem.NotConnected);
        if (await IsAtWorkAsync(context, assignmentId, cancellationToken))
            return new(null, TransferProblem.AtWork);
        var transfer = new MoodleTransfer
        {
            Id = _ids.Next(),
            AssignmentId = assignmentId,
            MoodleAssignmentId = moodle,
            Kind = kind,
            RunId = runId,
            Actor = actor,
            CreatedAt = _clock.GetUtcNow().UtcDateTime,
        };
        context.MoodleTransfers.Add(transfer);
        var action = kind == MoodleTransferKind.Fetch ? "moodle.fetch.start" : "moodle.compare.start";
        _audit.Add(context, actor, action, assignmentId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _signal.Raise();
        return new(transfer.Id, null);
    }
}
