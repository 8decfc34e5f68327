using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Takes a decision back for all its submissions: the decision before it, or the machine's suggestion, holds again. What was decided anew
/// since stays. The record of the decision and the audit trail stay as well.
/// </summary>
public sealed class UndoDecision(Database database, AuditTrail audit, TimeProvider clock, RightOfWay rightOfWay)
{
    /// <summary>Takes a decision back. One that was taken back already is not changed again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public async Task<UndoResult> ExecuteAsync(Guid decisionId, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        using var passage = rightOfWay.Take();
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var decision = await context.Decisions.SingleOrDefaultAsync(d => d.Id == decisionId, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no decision {decisionId}.");
        if (decision.UndoneAt is not null)
            return new UndoResult("", decision.CriterionId, 0, []);
        var run = await context.RunAsync(decision.RunId, cancellationToken);
        // What a re-marking has replaced is no longer decided on: its successor has the decision as its own.
        if (!await context.CountsAsync(run, cancellationToken))
        {
            return new UndoResult(
                "", decision.CriterionId, 0, [.. decision.Members.Select(m => new RefusedItem(m.SubmissionId, DeskRows.Unknown))]);
        }
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        await context.LockAsync(run.RubricHash, decision.Members.Select(m => m.SubmissionId), cancellationToken);
        var known = await context.SubmissionsAsync(run, decision.Members.Select(m => m.SubmissionId), cancellationToken);
        var answers = await context.AnswersAsync(known.Values, decision.CriterionId, cancellationToken);
        var kept = new List<RefusedItem>();
        var restored = new List<Submission>();
        foreach (var member in decision.Members)
        {
            if (!known.TryGetValue(member.SubmissionId, out var submission))
                kept.Add(new RefusedItem(member.SubmissionId, DeskRows.Unknown));
            else if (submission.Standing(rubric.Id, decision.CriterionId) is not { } standing
                || standing.DecisionId != decisionId)
                kept.Add(new RefusedItem(member.SubmissionId, DeskRows.Changed));
            else
            {
                Restore(context, member, submission, standing, ScoreOf(submission, decision, answers));
                audit.Add(context, by, "override.undo", submission.Id.ToString(), $"{decision.CriterionId} ({decisionId})");
                restored.Add(submission);
            }
        }
        var now = clock.GetUtcNow().UtcDateTime;
        (decision.UndoneBy, decision.UndoneAt) = (by, now);
        await context.SaveChangesAsync(cancellationToken);
        await context.SumUpAsync([.. restored.SelectMany(s => s.Assessments)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new UndoResult(QuestionOf(rubric, decision), decision.CriterionId, restored.Count, kept);
    }

    private static string QuestionOf(Rubric rubric, ReviewDecision decision) =>
        rubric.Questions.First(q => q.Criteria.Any(c => c.Id == decision.CriterionId)).Id;

    private static StoredScore? ScoreOf(Submission submission, ReviewDecision decision, Dictionary<Guid, StoredAnswer> answers) =>
        submission.Assessments.SingleOrDefault() is { } assessment && answers.TryGetValue(assessment.Id, out var answer)
            ? answer.Scores.Single(s => s.CriterionId == decision.CriterionId)
            : null;

    private static void Restore(
        AutoGraderDbContext context, DecidedMember member, Submission submission, StoredOverride standing, StoredScore? score)
    {
        // An earlier decision on other bytes does not hold any more.
        if (member.Earlier is { } earlier && earlier.ContentHash == submission.ContentHash)
        {
            standing.Points = earlier.Points;
            standing.By = earlier.By;
            standing.Reason = earlier.Reason;
            standing.DecidedAt = earlier.DecidedAt;
            standing.DecisionId = earlier.DecisionId;
            standing.Maximum = earlier.Maximum ?? standing.Maximum;
            standing.CriterionText = earlier.CriterionText ?? standing.CriterionText;
            if (score?.Override is { } changed)
            {
                var fate = Decisions.FateOf(standing, AsScored(score));
                score.Apply(fate == DecisionFate.OverMaximum ? Suggested(score, changed) with { NeedsReview = true } : AsScored(score) with
                {
                    Points = earlier.Points,
                    Override = changed with { By = earlier.By, Reason = earlier.Reason },
                    NeedsReview = fate != DecisionFate.Stands,
                });
            }
            return;
        }
        context.Overrides.Remove(standing);
        if (score?.Override is { } removed)
            score.Apply(Suggested(score, removed));
    }

    /// <summary>What the machine had suggested.</summary>
    private static CriterionScore Suggested(StoredScore score, Override removed) => AsScored(score) with
    {
        Points = removed.MachinePoints,
        // Records of older versions do not say: a person looks again.
        Confidence = removed.MachineConfidence ?? 0,
        NeedsReview = removed.WasAsked ?? true,
        Override = null,
    };

    private static CriterionScore AsScored(StoredScore score) => Grading.AssessmentMapping.FromRow(score);
}

/// <summary>What became of taking a decision back.</summary>
/// <param name="QuestionId">The question, which is to be judged anew; empty where nothing was taken back.</param>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Restored">For how many submissions it was taken back.</param>
/// <param name="Kept">Submissions that were left as they are, and why.</param>
public sealed record UndoResult(string QuestionId, string CriterionId, int Restored, IReadOnlyList<RefusedItem> Kept);
