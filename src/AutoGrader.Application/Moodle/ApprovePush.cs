using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Says that what a comparison planned is sent. Where Moodle holds something of others' hands, only what the person names is replaced.
/// </summary>
public sealed class ApprovePush
{
    private readonly Database _database;
    private readonly TransferSignal _signal;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal ApprovePush(Database database, TransferSignal signal, AuditTrail audit, TimeProvider clock) =>
        (_database, _signal, _audit, _clock) = (database, signal, audit, clock);

    /// <summary>Approves.</summary>
    /// <param name="transferId">The compared push.</param>
    /// <param name="replaced">The receipts in conflict that are sent all the same.</param>
    /// <param name="actor">Who approves.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Whether it was; <c>false</c> where it is not the latest comparison, or was approved before.</returns>
    public async Task<bool> ExecuteAsync(
        Guid transferId, IReadOnlyCollection<Guid> replaced, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var transfer = await context.MoodleTransfers.SingleOrDefaultAsync(
            t => t.Id == transferId && t.State == MoodleTransferState.Compared, cancellationToken);
        if (transfer is null || await context.MoodleTransfers.AnyAsync(
            t => t.AssignmentId == transfer.AssignmentId && t.Id != transferId && t.CreatedAt > transfer.CreatedAt, cancellationToken))
            return false;
        var receipts = await context.MoodleReceipts.Where(r => r.TransferId == transferId).ToListAsync(cancellationToken);
        foreach (var receipt in receipts.Where(r => r.State == MoodleReceiptState.Conflict && replaced.Contains(r.Id)))
        {
            receipt.Replaces = true;
            receipt.State = MoodleReceiptState.Planned;
        }
        transfer.State = MoodleTransferState.Approved;
        transfer.ApprovedAt = _clock.GetUtcNow().UtcDateTime;
        transfer.Attempt = 0;
        transfer.Actor = actor;
        transfer.Outcome = null;
        transfer.FinishedAt = null;
        (transfer.Done, transfer.Total) = (0, 0);
        var planned = receipts.Count(r => r.State == MoodleReceiptState.Planned);
        _audit.Add(context, actor, "moodle.push.start", transferId.ToString(), string.Create(
            CultureInfo.InvariantCulture, $"{planned} planned, {receipts.Count(r => r.Replaces)} replaced"));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _signal.Raise();
        return true;
    }
}
