using AutoGrader.Core.Grading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>A criterion of one student beside the truth. Counted in half-points.</summary>
internal sealed record CriterionOutcome(CorpusStudent Student, CriterionScore Score, int True)
{
    public int Suggested => Score.Points.HalfPoints;

    public int Maximum => Score.Maximum.HalfPoints;

    public bool IsExact => Suggested == True;

    public bool IsAutomatic => !Score.NeedsReview;

    /// <summary>The worst fault: wrong, and nobody would look.</summary>
    public bool IsSilentError => IsAutomatic && !IsExact;

    public static IEnumerable<CriterionOutcome> Of(StudentRun run) =>
        from question in run.Assessment?.Questions ?? []
        from score in question.Criteria
        where run.Student.Truth.ContainsKey(score.CriterionId)
        select new CriterionOutcome(run.Student, score, (int)(2 * run.Student.Truth[score.CriterionId]));
}
