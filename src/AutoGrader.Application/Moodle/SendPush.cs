using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Sends what a comparison planned and a person approved, participant by participant: looks once more, sends, reads back. The receipt says
/// beforehand that something may have been sent, so that after any interruption Moodle is asked first.
/// </summary>
internal sealed class SendPush(
    Database database, OpenPush open, SendResult send, MoodleTransfers transfers, AuditTrail audit, TimeProvider clock)
{
    public async Task ExecuteAsync(MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        var push = await open.ExecuteAsync(transfer, cancellationToken);
        var wanted = push.Wanted.ToDictionary(w => w.Participant, StringComparer.Ordinal);
        await using var context = await database.OpenAsync(cancellationToken);
        var receipts = await context.MoodleReceipts.Where(r => r.TransferId == transfer.Id).ToListAsync(cancellationToken);
        var waiting = receipts.Where(r => r.State is MoodleReceiptState.Planned or MoodleReceiptState.Sent)
            .OrderBy(r => r.ParticipantNumber.Length).ThenBy(r => r.ParticipantNumber, StringComparer.Ordinal).ToList();
        foreach (var (done, receipt) in waiting.Index())
        {
            await transfers.TellAsync(transfer, done, waiting.Count, cancellationToken);
            async Task SaveAsync()
            {
                receipt.At = clock.GetUtcNow().UtcDateTime;
                await context.SaveChangesAsync(cancellationToken);
            }

            await send.ExecuteAsync(push, receipt, wanted.GetValueOrDefault(receipt.ParticipantNumber), SaveAsync, cancellationToken);
            await SaveAsync();
        }
        await FinishAsync(context, transfer, receipts, cancellationToken);
    }

    private async Task FinishAsync(
        AutoGraderDbContext context, MoodleTransfer transfer, List<MoodleReceipt> receipts, CancellationToken cancellationToken)
    {
        int Count(MoodleReceiptState state) => receipts.Count(r => r.State == state);
        var (confirmed, refused) = (Count(MoodleReceiptState.Confirmed), Count(MoodleReceiptState.Refused));
        var held = Count(MoodleReceiptState.Blocked) + Count(MoodleReceiptState.Conflict);
        LocalizedText outcome = new(
            $"{confirmed} sent and confirmed, {refused} refused by Moodle, {held} held back.",
            $"{confirmed} gesendet und bestätigt, {refused} von Moodle abgelehnt, {held} zurückgehalten.");
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        audit.Add(context, transfer.Actor, "moodle.push", transfer.Id.ToString(), outcome.English);
        await context.SaveChangesAsync(cancellationToken);
        await transfers.FinishInAsync(context, transfer, outcome, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
