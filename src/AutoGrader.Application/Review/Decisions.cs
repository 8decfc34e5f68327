using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Review;

/// <summary>People's decisions on one submission, and which of them still hold. Pure.</summary>
/// <param name="overrides">Decisions on these very bytes under the rubric's id.</param>
internal sealed class Decisions(IReadOnlyList<StoredOverride> overrides)
{
    /// <summary>The decisions on a submission that hold under a rubric for the bytes handed in.</summary>
    public static Decisions On(Submission submission, string rubricId) =>
        new([.. submission.Overrides.Where(o => o.RubricId == rubricId && o.ContentHash == submission.ContentHash)]);

    /// <summary>The decisions as stored.</summary>
    public IReadOnlyList<StoredOverride> All => overrides;

    /// <summary>The hand-in rules that were waived, by the wire names of their reasons.</summary>
    public IReadOnlySet<string> Waived { get; } =
        overrides.Where(o => o.Points is null).Select(o => o.Target).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether any criterion was decided.</summary>
    public bool HasPoints => overrides.Any(o => o.Points is not null);

    /// <summary>The reasons that nobody has waived.</summary>
    public IReadOnlyList<Reason> Standing(IEnumerable<Reason> reasons) => [.. reasons.Where(r => !Waived.Contains(r.Code.WireName()))];

    /// <summary>
    /// Puts the decisions in place of the machine's points. Where the criterion is not the one that the person saw, a person is asked
    /// again.
    /// </summary>
    public Assessment Apply(Assessment assessment)
    {
        var decided = overrides.Where(o => o.Points is not null).ToDictionary(o => o.Target, StringComparer.Ordinal);
        return decided.Count == 0 ? assessment : assessment with
        {
            Questions = [.. assessment.Questions.Select(q => q with
            {
                Criteria = [.. q.Criteria.Select(c => decided.TryGetValue(c.CriterionId, out var o) ? Apply(o, c) : c)],
            })],
        };
    }

    /// <summary>What becomes of a decision on points.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="score">The score of its criterion; <c>null</c> where there is no such criterion.</param>
    public static DecisionFate FateOf(StoredOverride decision, CriterionScore? score)
    {
        if (score is null)
            return DecisionFate.CriterionGone;
        if (decision.Points > score.Maximum)
            return DecisionFate.OverMaximum;
        return score.Maximum == decision.Maximum && score.CriterionText.English == decision.CriterionText
            ? DecisionFate.Stands
            : DecisionFate.ToConfirm;
    }

    private static CriterionScore Apply(StoredOverride decision, CriterionScore score)
    {
        var decided = new Decision(decision.Target, decision.Points!.Value, decision.By, decision.Reason);
        return FateOf(decision, score) switch
        {
            DecisionFate.Stands => OverrideApplier.Decided(score, decided),
            DecisionFate.ToConfirm => OverrideApplier.Decided(score, decided) with
            {
                Confidence = score.Confidence,
                NeedsReview = true,
                Rationale = score.Rationale.Then(Changed),
            },
            _ => score with { NeedsReview = true, Rationale = score.Rationale.Then(OverMaximum(decided.Points)) },
        };
    }

    private static LocalizedText Changed { get; } = new(
        "A person had decided on these points before the criterion was changed.",
        "Über diese Punkte hatte eine Person entschieden, bevor das Kriterium geändert wurde.");

    private static LocalizedText OverMaximum(Points points) => new(
        $"A person had decided on {points} points, more than the criterion earns now.",
        $"Eine Person hatte auf {points.In(Language.German)} Punkte entschieden, mehr als das Kriterium jetzt einbringt.");
}
