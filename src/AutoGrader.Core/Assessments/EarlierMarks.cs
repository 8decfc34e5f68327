using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Assessments;

/// <summary>
/// Keeps what was learnt since from changing a mark behind everybody's back: where an earlier run had decided on other points, a person
/// looks.
/// </summary>
public static class EarlierMarks
{
    /// <summary>Compares an assessment, people's decisions applied, with what was decided before.</summary>
    /// <param name="assessment">The new assessment.</param>
    /// <param name="earlier">The points that were decided without a person, by criterion.</param>
    public static Assessment Compare(Assessment assessment, IReadOnlyDictionary<string, Points> earlier) => assessment with
    {
        Questions = [.. assessment.Questions.Select(q => q with { Criteria = [.. q.Criteria.Select(c => Compare(c, earlier))] })],
    };

    /// <summary>Compares a score with the points that were decided before.</summary>
    public static CriterionScore Compare(CriterionScore score, Points earlier) =>
        score.Override is not null || earlier == score.Points
            ? score
            : score with
            {
                NeedsReview = true,
                DecidedBefore = earlier,
                Rationale = score.Rationale.Then(new LocalizedText(
                    $"An earlier run had decided on {earlier} points.",
                    $"Ein früherer Lauf hatte auf {earlier.In(Language.German)} Punkte entschieden.")),
            };

    private static CriterionScore Compare(CriterionScore score, IReadOnlyDictionary<string, Points> earlier) =>
        earlier.TryGetValue(score.CriterionId, out var points) ? Compare(score, points) : score;
}
