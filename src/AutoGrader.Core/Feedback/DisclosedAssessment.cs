using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>
/// What a student may see of an assessment: as much as the rubric discloses. The points are never changed. Whatever is shown to students,
/// on paper or on a screen, is made from this.
/// </summary>
public static class DisclosedAssessment
{
    private static readonly LocalizedText Met = new("Fulfilled.", "Erfüllt.");
    private static readonly LocalizedText Open = new("A person will decide this.", "Dies wird noch von einer Person entschieden.");
    private static readonly LocalizedText Partly = new("Partly fulfilled.", "Teilweise erfüllt.");
    private static readonly LocalizedText NotMet = new("Not fulfilled.", "Nicht erfüllt.");

    /// <summary>The assessment as far as the rubric discloses it; what the rubric does not have it cannot withhold.</summary>
    public static Assessment Of(Assessment assessment, Rubric rubric)
    {
        var questions = rubric.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        return assessment with
        {
            Questions =
            [
                .. assessment.Questions.Select(q => questions.TryGetValue(q.QuestionId, out var question)
                    ? q with { Criteria = [.. q.Criteria.Select(c => Disclose(c, question))] }
                    : q),
            ],
        };
    }

    private static CriterionScore Disclose(CriterionScore score, Question question)
    {
        var criterion = question.Criteria.FirstOrDefault(c => c.Id == score.CriterionId);
        if (criterion is null or { Disclosure: Disclosure.Full })
            return score;
        var told = score with { CriterionText = question.Title, Mistake = null, Opinion = null, DecidedBefore = null };
        return criterion.Disclosure == Disclosure.Verdict
            ? told with
            {
                Rationale = VerdictOn(score),
                Matrix = null,
                CarriedForward = false,
                Override = score.Override is { } decision ? decision with { Reason = "" } : null,
            }
            : told with
            {
                Rationale = score.Points == score.Maximum || score.NeedsReview ? VerdictOn(score)
                    : VerdictOn(score).Then(HintOf(criterion, question)),
                Matrix = score.Matrix is { } matrix ? WithoutSolution(matrix) : null,
            };
    }

    private static LocalizedText VerdictOn(CriterionScore score)
    {
        if (score.NeedsReview)
            return Open;
        return score.Points == score.Maximum ? Met : score.Points == Points.Zero ? NotMet : Partly;
    }

    private static LocalizedText HintOf(Criterion criterion, Question question)
    {
        var hint = criterion.Hint ?? question.Title;
        return new LocalizedText($"Think again about: {hint.English}", $"Denken Sie noch einmal nach über: {hint.German}");
    }

    private static MatrixVerdict WithoutSolution(MatrixVerdict matrix) => matrix with
    {
        FirstDivergence = null,
        Entries = [.. matrix.Entries.Select(e => e with { Expected = double.NaN, Reference = double.NaN, Carried = double.NaN })],
    };
}
