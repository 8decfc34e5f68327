using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Review;

/// <summary>
/// The decisions that stand, one of a submission at most for each target of a rubric: whoever decides, at the desk, by file or by waiving a
/// rule, puts it here, with its audit row. What stood before is replaced as a whole. Saves nothing by itself.
/// </summary>
public sealed class StandingDecisions(AuditTrail audit, IdGenerator ids)
{
    /// <summary>Puts a decision in the place of the one that stood.</summary>
    /// <param name="context">Where the submission is tracked, with its decisions.</param>
    /// <param name="submission">For whom.</param>
    /// <param name="rubricId">The rubric.</param>
    /// <param name="made">The decision.</param>
    internal void Put(AutoGraderDbContext context, Submission submission, string rubricId, MadeDecision made)
    {
        var row = submission.Standing(rubricId, made.Target);
        if (row is null)
        {
            row = new StoredOverride
            {
                Id = ids.Next(),
                SubmissionId = submission.Id,
                RubricId = rubricId,
                Target = made.Target,
                ContentHash = submission.ContentHash,
                By = made.By,
                Reason = made.Reason,
                DecidedAt = made.At,
            };
            context.Overrides.Add(row);
        }
        (row.Points, row.Maximum, row.CriterionText) = (made.Points, made.Criterion?.Maximum, made.Criterion?.Text.English);
        (row.Answer, row.ContentHash) = (made.Answer, submission.ContentHash);
        (row.By, row.Reason, row.DecidedAt, row.DecisionId) = (made.By, made.Reason, made.At, made.DecisionId);
        var act = made.DecisionId is { } id ? $" ({id})" : "";
        var what = $"{made.Target}: {made.Points?.ToString() ?? ReviewRow.Waive}{act}";
        audit.Add(context, made.By, "override.set", submission.Id.ToString(), what);
    }
}

/// <summary>A decision on a criterion, or the waiver of a hand-in rule.</summary>
/// <param name="Target">The criterion's id, or the wire name of the reason that is waived.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record MadeDecision(string Target, string By, string Reason, DateTime At)
{
    /// <summary>The points; <c>null</c> for a waiver.</summary>
    public Points? Points { get; init; }

    /// <summary>The criterion that the person saw; <c>null</c> for a waiver.</summary>
    public Criterion? Criterion { get; init; }

    /// <summary>The answer that the person saw; <c>null</c> for a waiver, and where nothing was read yet.</summary>
    public string? Answer { get; init; }

    /// <summary>The act at the desk that it comes from; <c>null</c> where it comes from elsewhere.</summary>
    public Guid? DecisionId { get; init; }
}

/// <summary>Finds the decision that stands.</summary>
internal static class StandingDecisionQueries
{
    /// <summary>The decision on a target, whatever bytes it was made on; <c>null</c> where there is none.</summary>
    public static StoredOverride? Standing(this Submission submission, string rubricId, string target) =>
        submission.Overrides.SingleOrDefault(o => o.RubricId == rubricId && o.Target == target);
}
