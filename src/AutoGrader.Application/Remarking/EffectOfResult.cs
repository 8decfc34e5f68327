using AutoGrader.Application.Grading;
using AutoGrader.Application.Review;
using AutoGrader.Core;

namespace AutoGrader.Application.Remarking;

/// <summary>The effect on one submission. Pure.</summary>
internal static class EffectOfResult
{
    /// <summary>Compares a stored result with what it would be.</summary>
    public static SubmissionEffect Compare(FormerResult former, ScoredAnew scored, EffectBasis basis, EffectTarget target)
    {
        var after = scored.Assessment;
        var own = Verdict.OfReport(former.Row.Reasons, after);
        return Unchanged(former) with
        {
            StatusAfter = Verdict.WithCrossReasons(own, former.Row.CrossReasons),
            After = after?.Points,
            Criteria = [.. CriteriaOf(former, scored, basis, target)],
        };
    }

    /// <summary>A submission that nothing changes for.</summary>
    public static SubmissionEffect Unchanged(FormerResult former) => new()
    {
        SubmissionId = former.Row.SubmissionId,
        Participant = former.Row.Submission!.ParticipantNumber ?? former.Row.Submission.HandInKey,
        Name = former.Row.Submission.Name ?? former.Row.Surname,
        StatusBefore = former.Row.Status,
        StatusAfter = former.Row.Status,
        Before = former.Row.Points,
        After = former.Row.Points,
    };

    /// <summary>A submission of which it cannot be told.</summary>
    public static SubmissionEffect NotComputed(FormerResult former, LocalizedText reason) =>
        Unchanged(former) with { After = null, NotComputed = reason };

    private static IEnumerable<CriterionEffect> CriteriaOf(
        FormerResult former, ScoredAnew scored, EffectBasis basis, EffectTarget target)
    {
        var before = former.Scores.ToDictionary(s => s.CriterionId, StringComparer.Ordinal);
        var decided = Decisions.On(former.Row.Submission!, target.Rubric.Id).All.Where(o => o.Points is not null)
            .ToDictionary(o => o.Target, StringComparer.Ordinal);
        var effects =
            from question in scored.Assessment?.Questions ?? []
            from score in question.Criteria
            let fate = decided.TryGetValue(score.CriterionId, out var decision) ? Decisions.FateOf(decision, score) : (DecisionFate?)null
            let change = new EffectCauses.Change(
                before.GetValueOrDefault(score.CriterionId), score, fate, question.QuestionId, score.CriterionId)
            where IsChange(change)
            select Describe(change, basis, former, scored.IsFoundElsewhere);
        var left = (scored.Assessment?.Questions ?? []).SelectMany(q => q.Criteria).Select(c => c.CriterionId)
            .ToHashSet(StringComparer.Ordinal);
        var gone =
            from score in former.Scores
            where !left.Contains(score.CriterionId)
            let fate = score.Override is null ? (DecisionFate?)null : DecisionFate.CriterionGone
            select Describe(
                new EffectCauses.Change(score, null, fate, score.QuestionId, score.CriterionId), basis, former, scored.IsFoundElsewhere);
        return effects.Concat(gone);
    }

    private static bool IsChange(EffectCauses.Change change) => change is not { Before: { } before, After: { } after }
        || before.Points != after.Points
        || before.Maximum != after.Maximum
        || before.NeedsReview != after.NeedsReview
        || (before.Override is null) != (after.Override is null)
        || change.Fate is DecisionFate.ToConfirm or DecisionFate.OverMaximum;

    private static CriterionEffect Describe(
        EffectCauses.Change change, EffectBasis basis, FormerResult former, bool isFoundElsewhere)
    {
        var (before, after) = (change.Before, change.After);
        var (kind, cause) = EffectCauses.Of(change, basis, former, isFoundElsewhere);
        return new CriterionEffect
        {
            QuestionId = change.QuestionId,
            CriterionId = change.CriterionId,
            Text = after?.CriterionText ?? before!.Text,
            Before = before?.Points,
            After = after?.Points,
            MaximumBefore = before?.Maximum,
            MaximumAfter = after?.Maximum,
            ConfidenceBefore = before?.Confidence,
            ConfidenceAfter = after?.Confidence,
            WasOpen = before?.NeedsReview ?? false,
            IsOpen = after?.NeedsReview ?? false,
            Decision = change.Fate,
            Kind = kind,
            Cause = cause,
        };
    }
}
