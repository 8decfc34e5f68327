using AutoGrader.Application.Data;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review;

/// <summary>
/// Overrules a hand-in rule for one submission, with a reason, on record. Holds for the bytes that the person saw; what follows from it
/// shows when the submission is graded again.
/// </summary>
public sealed class WaiveRule(Database database, StandingDecisions standing, TimeProvider clock)
{
    /// <summary>Waives.</summary>
    /// <param name="runId">The run in which the reason was given.</param>
    /// <param name="submissionId">The submission.</param>
    /// <param name="code">The reason that is overruled.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Whether the submission has that reason; otherwise nothing is changed.</returns>
    public async Task<bool> ExecuteAsync(
        Guid runId, Guid submissionId, ReasonCode code, string reason, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await context.AssessmentsOf(runId).AsNoTracking()
            .SingleOrDefaultAsync(a => a.SubmissionId == submissionId, cancellationToken);
        if (result?.AllReasons.Any(r => r.Code == code) != true)
            return false;
        var rubric = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == result.RubricHash, cancellationToken);
        var submission = await context.Submissions.Include(s => s.Overrides).SingleAsync(s => s.Id == submissionId, cancellationToken);
        standing.Put(
            context, submission, rubric.RubricId, new MadeDecision(code.WireName(), actor, reason.Trim(), clock.GetUtcNow().UtcDateTime));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
