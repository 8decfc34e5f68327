using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>What earlier runs by a rubric version have decided without a person (<see cref="Core.Assessments.EarlierMarks"/>).</summary>
internal static class EarlierScores
{
    /// <summary>Points that were decided for a submission's criterion.</summary>
    public sealed record Decided(Guid SubmissionId, string CriterionId, Points Points);

    /// <summary>Reads them for some submissions.</summary>
    public static async Task<IReadOnlyList<Decided>> DecidedAsync(
        AutoGraderDbContext context, IReadOnlyList<Guid> submissions, string rubricHash, CancellationToken cancellationToken)
    {
        var scores = await (
            from assessment in context.Assessments
            where assessment.RubricHash == rubricHash && EF.Parameter(submissions).Contains(assessment.SubmissionId)
            from answer in assessment.Answers
            from score in answer.Scores
            select new { assessment.SubmissionId, score.CriterionId, score.Points, score.NeedsReview, score.Override, score.DecidedBefore })
            .ToListAsync(cancellationToken);
        return
        [
            .. from score in scores
               let points = score.DecidedBefore ?? (score.NeedsReview || score.Override is not null ? null : score.Points)
               where points is not null
               select new Decided(score.SubmissionId, score.CriterionId, points.Value),
        ];
    }
}
