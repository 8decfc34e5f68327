using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Takes an accepted re-marking back: what counted before counts again, to the byte, since nothing of it was ever changed. One that is open
/// is dropped. The record stays.
/// </summary>
public sealed class UndoRemarking(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes back or drops.</summary>
    /// <param name="remarkingId">The re-marking.</param>
    /// <param name="seenVersion">The version of the assignment that the person saw.</param>
    /// <param name="actor">Who does.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<RemarkResult> ExecuteAsync(
        Guid remarkingId, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Remarkings.SingleOrDefaultAsync(r => r.Id == remarkingId, cancellationToken) is not { } remarking)
            return RemarkResult.Refused(RemarkProblem.Unknown);
        var assignment = await context.Assignments.SingleAsync(a => a.Id == remarking.AssignmentId, cancellationToken);
        var from = await context.Runs.SingleAsync(r => r.Id == remarking.FromRunId, cancellationToken);
        var to = await context.Runs.SingleAsync(r => r.Id == remarking.ToRunId, cancellationToken);
        if (assignment.Version != seenVersion)
            return RemarkResult.Refused(RemarkProblem.Conflict);
        if (to.State is RunState.Running or RunState.Finishing)
            return RemarkResult.Refused(RemarkProblem.AtWork);
        var now = clock.GetUtcNow().UtcDateTime;
        var isAccepted = remarking.AcceptedAt is not null;
        if (remarking is { AcceptedAt: null, DroppedAt: null })
        {
            remarking.DroppedAt = now;
        }
        else if (remarking.UndoneAt is null && to.RemarkingId == remarking.Id && assignment.RubricHash == to.RubricHash)
        {
            (remarking.UndoneBy, remarking.UndoneAt) = (actor, now);
            to.RemarkingId = remarking.ReplacedId;
            assignment.RubricHash = from.RubricHash;
        }
        else
        {
            return RemarkResult.Refused(RemarkProblem.Over);
        }
        // The same files are registered: the former run may go on with them.
        if (from.UploadId == to.UploadId)
            from.StartedAt = now;
        audit.Add(context, actor, isAccepted ? "remark.undo" : "remark.drop", remarking.Id.ToString(),
            $"{to.RubricHash[..12]} to {from.RubricHash[..12]}");
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return RemarkResult.Done(remarking.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return RemarkResult.Refused(RemarkProblem.Conflict);
        }
    }
}
