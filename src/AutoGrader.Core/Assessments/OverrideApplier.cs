using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Assessments;

/// <summary>Puts people's decisions in place of the machine's. Pure; what the machine had suggested stays on record.</summary>
public static class OverrideApplier
{
    /// <summary>
    /// Applies decisions in their order: of several on one criterion the last one counts. An overridden criterion needs no review.
    /// Decisions on unknown criteria, above the maximum or without a name are refused with a reason and change nothing.
    /// </summary>
    public static OverriddenAssessment Apply(Assessment assessment, IEnumerable<Decision> decisions)
    {
        var scores = assessment.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.CriterionId, StringComparer.Ordinal);
        var refused = new List<RefusedDecision>();
        foreach (var decision in decisions)
        {
            if (Refusal(decision, scores.GetValueOrDefault(decision.CriterionId)) is { } reason)
                refused.Add(new RefusedDecision(decision, reason));
            else
                scores[decision.CriterionId] = Decided(scores[decision.CriterionId], decision);
        }

        var questions = assessment.Questions.Select(q => q with { Criteria = [.. q.Criteria.Select(c => scores[c.CriterionId])] });
        return new OverriddenAssessment(assessment with { Questions = [.. questions] }, refused);
    }

    private static LocalizedText? Refusal(Decision decision, CriterionScore? score)
    {
        if (score is null)
        {
            return new LocalizedText(
                $"There is no criterion '{decision.CriterionId}' in this rubric.",
                $"In diesem Bewertungsschema gibt es kein Kriterium '{decision.CriterionId}'.");
        }

        if (decision.Points > score.Maximum)
        {
            return new LocalizedText(
                $"{decision.Points} points are more than criterion {score.CriterionId} can earn ({score.Maximum}).",
                $"{decision.Points} Punkte sind mehr, als Kriterium {score.CriterionId} einbringen kann ({score.Maximum}).");
        }

        return string.IsNullOrWhiteSpace(decision.By)
            ? new LocalizedText(
                $"The decision on {score.CriterionId} does not say who made it.",
                $"Bei der Entscheidung zu {score.CriterionId} fehlt, wer sie getroffen hat.")
            : null;
    }

    /// <summary>The score with a person's decision in place of the machine's points.</summary>
    public static CriterionScore Decided(CriterionScore score, Decision decision) => score with
    {
        Points = decision.Points,
        Confidence = 1,
        NeedsReview = false,
        Override = score.Override is { } earlier
            ? earlier with { By = decision.By, Reason = decision.Reason }
            : new Override(decision.By, decision.Reason, score.Points)
            {
                MachineConfidence = score.Confidence,
                WasAsked = score.NeedsReview,
            },
    };
}
