using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Outlets;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// The dry run of a push: makes the feedback files, then looks for each participant at what Moodle holds and writes down what would be
/// sent, what must not be and why. Changes nothing in Moodle.
/// </summary>
internal sealed class ComparePush(
    Database database, OpenPush open, MoodleApi api, PrepareRelease prepare, MoodleTransfers transfers, IdGenerator ids)
{
    public async Task ExecuteAsync(MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        // Feedback that decisions have made stale is made anew, and what follows from all together is settled.
        await prepare.ExecuteAsync(transfer.RunId!.Value, transfer.Actor, cancellationToken);
        var push = await open.ExecuteAsync(transfer, cancellationToken);
        var grades = await api.GradesAsync(push.Access, push.Assignment.Id, cancellationToken);
        var receipts = new List<MoodleReceipt>();
        foreach (var (done, wanted) in push.Wanted.Index())
        {
            await transfers.TellAsync(transfer, done, push.Wanted.Count, cancellationToken);
            var receipt = NewReceipt(transfer, wanted, push);
            try
            {
                if (wanted.Block is { } block)
                    receipt.Reason = block;
                else
                    await CompareAsync(receipt, push, grades, cancellationToken);
            }
            catch (MoodleException fault) when (fault.Fault == MoodleFault.Refused)
            {
                // Such as of somebody who has left the course: it is said of them, and goes on.
                receipt.Reason = fault.Text;
            }
            receipts.Add(receipt);
        }
        await SaveAsync(transfer, receipts, cancellationToken);
    }

    private MoodleReceipt NewReceipt(MoodleTransfer transfer, WantedResult wanted, Push push) => new()
    {
        Id = ids.Next(),
        TransferId = transfer.Id,
        SubmissionId = wanted.SubmissionId,
        ParticipantNumber = wanted.Participant,
        UserId = push.Seen.GetValueOrDefault(wanted.Participant)?.UserId,
        Name = wanted.Name,
        State = MoodleReceiptState.Blocked,
        Grade = wanted.Grade,
        CommentHash = WantedResults.HashOf(wanted.Comment),
        FeedbackHash = wanted.FeedbackHash,
    };

    private async Task CompareAsync(
        MoodleReceipt receipt, Push push, IReadOnlyDictionary<long, GradeReply> grades, CancellationToken cancellationToken)
    {
        var seen = push.Seen.GetValueOrDefault(receipt.ParticipantNumber);
        var live = seen is null
            ? new LiveState()
            : await LiveState.ReadAsync(
                api, push.Access, push.Assignment.Id, seen.UserId, () => Task.FromResult(grades), cancellationToken);
        var last = seen is null ? null : push.Last.GetValueOrDefault(seen.UserId);
        var decision = PushDecision.Of(receipt, seen, live, last, push.Target);
        (receipt.State, receipt.SendsFile, receipt.Reason) = (decision.State, decision.SendsFile, decision.Reason);
        (receipt.GradeInMoodle, receipt.CommentInMoodle) = (live.Grade, live.CommentHash);
    }

    private async Task SaveAsync(MoodleTransfer transfer, List<MoodleReceipt> receipts, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.MoodleReceipts.Where(r => r.TransferId == transfer.Id).ExecuteDeleteAsync(cancellationToken);
        context.MoodleReceipts.AddRange(receipts);
        await context.SaveChangesAsync(cancellationToken);
        var planned = receipts.Count(r => r.State == MoodleReceiptState.Planned);
        LocalizedText outcome = new(
            $"{planned} of {receipts.Count} can be sent.", $"{planned} von {receipts.Count} können gesendet werden.");
        await transfers.ComparedInAsync(context, transfer, outcome, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
