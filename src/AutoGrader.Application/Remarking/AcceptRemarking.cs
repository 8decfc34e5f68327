using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Review;
using AutoGrader.Application.Runs;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Lets the results of a re-marking count, for all submissions or for some; the others keep the result that counted before. One change of
/// the assignment's pin, in one transaction: before it all outlets show the former results, after it all show the new ones (ADR 26).
/// </summary>
public sealed class AcceptRemarking(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Accepts.</summary>
    /// <param name="remarkingId">The re-marking.</param>
    /// <param name="keeping">Who keeps the result that counted before; empty accepts for all.</param>
    /// <param name="seenVersion">The version of the assignment that the person saw.</param>
    /// <param name="actor">Who accepts.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<RemarkResult> ExecuteAsync(
        Guid remarkingId, IReadOnlyCollection<Guid> keeping, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Remarkings.SingleOrDefaultAsync(r => r.Id == remarkingId, cancellationToken) is not { } remarking)
            return RemarkResult.Refused(RemarkProblem.Unknown);
        var assignment = await context.Assignments.SingleAsync(a => a.Id == remarking.AssignmentId, cancellationToken);
        var from = await context.Runs.SingleAsync(r => r.Id == remarking.FromRunId, cancellationToken);
        var to = await context.Runs.SingleAsync(r => r.Id == remarking.ToRunId, cancellationToken);
        if (remarking is not { AcceptedAt: null, DroppedAt: null } || assignment.RubricHash != from.RubricHash)
            return RemarkResult.Refused(RemarkProblem.Over);
        if (assignment.Version != seenVersion)
            return RemarkResult.Refused(RemarkProblem.Conflict);
        if (to.State != RunState.Finished)
            return RemarkResult.Refused(RemarkProblem.AtWork);
        if (!await OpenEntries.IsCurrentAsync(context, to, cancellationToken))
            return RemarkResult.Refused(RemarkProblem.Stale);
        var former = await context.AssessmentsOf(from.Id).AsNoTracking()
            .Select(a => new Former(a.SubmissionId, a.Id, a.Status)).ToListAsync(cancellationToken);
        var kept = former.Where(f => keeping.Contains(f.SubmissionId)).ToList();
        if (kept.Where(k => k.Status is SubmissionStatus.NeedsReview or SubmissionStatus.Unreadable).ToList() is { Count: > 0 } open)
            return RemarkResult.Refused(RemarkProblem.KeptIsOpen, [.. open.Select(o => o.SubmissionId)]);
        var taken = former.Select(f => f.SubmissionId).Except(kept.Select(k => k.SubmissionId)).ToList();
        if (await StaleAsync(context, assignment.RubricId, to.Id, taken, cancellationToken) is { Count: > 0 } stale)
            return RemarkResult.Refused(RemarkProblem.Stale, stale);

        context.KeptResults.AddRange(kept.Select(k => new KeptResult
        {
            RemarkingId = remarking.Id,
            SubmissionId = k.SubmissionId,
            AssessmentId = k.AssessmentId,
        }));
        (remarking.AcceptedBy, remarking.AcceptedAt) = (actor, clock.GetUtcNow().UtcDateTime);
        (remarking.ReplacedId, to.RemarkingId) = (to.RemarkingId, remarking.Id);
        assignment.RubricHash = to.RubricHash;
        audit.Add(context, actor, "remark.accept", remarking.Id.ToString(), string.Create(
            CultureInfo.InvariantCulture,
            $"{from.RubricHash[..12]} to {to.RubricHash[..12]}, {taken.Count} submissions, {kept.Count} keep the former result"));
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

    private sealed record Former(Guid SubmissionId, Guid AssessmentId, SubmissionStatus Status);

    /// <summary>
    /// Submissions without a result by the other version, or whose result does not have the decisions that stand: people go on deciding
    /// on what counts while the other version is graded, and no acceptance may bury that.
    /// </summary>
    private static async Task<IReadOnlyList<Guid>> StaleAsync(
        AutoGraderDbContext context, string rubricId, Guid runId, IReadOnlyList<Guid> taken, CancellationToken cancellationToken)
    {
        var results = await context.OwnAssessmentsOf(runId).AsNoTracking()
            .Include(a => a.Answers).ThenInclude(a => a.Scores).Include(a => a.Submission).ThenInclude(s => s!.Overrides)
            .AsSplitQuery().ToDictionaryAsync(a => a.SubmissionId, cancellationToken);
        return [.. taken.Where(id => !results.TryGetValue(id, out var result) || !HasDecisions(result, rubricId))];
    }

    private static bool HasDecisions(StoredAssessment result, string rubricId)
    {
        var decisions = Decisions.On(result.Submission!, rubricId).All;
        if (result.Reasons.Any(r => decisions.Any(d => d.Points is null && d.Target == r.Code.WireName())))
            return false;
        var standing = decisions.Where(d => d.Points is not null).ToDictionary(d => d.Target, StringComparer.Ordinal);
        return result.Answers.SelectMany(a => a.Scores).All(score =>
        {
            var decision = standing.GetValueOrDefault(score.CriterionId);
            var fate = decision is null ? (DecisionFate?)null : Decisions.FateOf(decision, AssessmentMapping.FromRow(score));
            return fate is DecisionFate.Stands or DecisionFate.ToConfirm
                ? score.Override is { } made && made.By == decision!.By && made.Reason == decision.Reason && score.Points == decision.Points
                : score.Override is null;
        });
    }
}
