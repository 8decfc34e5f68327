using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Second;

/// <summary>Settles two marks that differ by one decision with a reason, which counts like any other.</summary>
public sealed class SettleSecondMark(Database database, DecideReview decide, RejudgeBehind behind, TimeProvider clock)
{
    /// <summary>Settles.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="markId">The second mark.</param>
    /// <param name="points">The points that shall count.</param>
    /// <param name="reason">Why; students may read it.</param>
    /// <param name="version">What the person saw: <see cref="Disagreement.Version"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Why it was not settled; <c>null</c> where it was.</returns>
    /// <exception cref="ArgumentException">The criterion cannot earn these points, or there is no reason.</exception>
    public async Task<LocalizedText?> ExecuteAsync(
        Guid runId, Guid markId, Points points, string reason, string version, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var context = await database.OpenAsync(cancellationToken);
        var mark = await context.SecondMarks.SingleOrDefaultAsync(
            m => m.Id == markId && m.RunId == runId && m.Points != null && m.SettledBy == null, cancellationToken);
        if (mark is null)
            return DeskRows.Changed;
        var result = await decide.ExecuteAsync(new DecideRequest
        {
            RunId = runId,
            CriterionId = mark.CriterionId,
            Points = points,
            Reason = reason,
            By = by,
            Items = [new DecidedItem(mark.SubmissionId, version)],
        }, cancellationToken);
        if (result.Refused.Count > 0)
            return result.Refused[0].Reason;
        mark.SettledBy = by;
        mark.SettledAt = clock.GetUtcNow().UtcDateTime;
        await context.SaveChangesAsync(cancellationToken);
        await behind.ExpectAsync(runId, [mark.CriterionId], by, cancellationToken);
        return null;
    }
}
