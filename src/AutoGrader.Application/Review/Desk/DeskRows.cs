using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Rows that a decision changes.</summary>
internal static class DeskRows
{
    /// <summary>Why something is refused that somebody else has changed.</summary>
    public static LocalizedText Changed { get; } = new(
        "Somebody has decided on this in the meantime, or other files were handed in. Look at it again.",
        "Darüber wurde inzwischen entschieden, oder es wurden andere Dateien abgegeben. Bitte noch einmal ansehen.");

    /// <summary>Why something is refused that does not belong here.</summary>
    public static LocalizedText Unknown { get; } = new(
        "This hand-in is no longer part of the run.", "Diese Abgabe gehört nicht mehr zu diesem Lauf.");

    /// <summary>
    /// Makes others who would change the same assessments wait until the transaction ends. To be called before they are read. (SQLite has
    /// one writer at a time anyway.)
    /// </summary>
    public static Task LockAsync(
        this AutoGraderDbContext context, string rubricHash, IEnumerable<Guid> submissions, CancellationToken cancellationToken)
    {
        var ids = submissions.ToList();
        return context.Assessments.Where(a => a.RubricHash == rubricHash && EF.Parameter(ids).Contains(a.SubmissionId))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessedAt, a => a.AssessedAt), cancellationToken);
    }

    /// <summary>
    /// Submissions of an input with their decisions and their assessment by the run's version, tracked. Those whose former result counts
    /// on are none of the run's: nobody decides on what does not count.
    /// </summary>
    public static async Task<Dictionary<Guid, Submission>> SubmissionsAsync(
        this AutoGraderDbContext context, GradingRun run, IEnumerable<Guid> submissions, CancellationToken cancellationToken)
    {
        var ids = submissions.ToList();
        return await context.DecidableIn(run).Where(s => EF.Parameter(ids).Contains(s.Id))
            .Include(s => s.Overrides)
            .Include(s => s.Assessments.Where(a => a.RubricHash == run.RubricHash))
            .AsSplitQuery().ToDictionaryAsync(s => s.Id, cancellationToken);
    }

    /// <summary>Answers of assessments that hold a criterion, with all their scores, tracked, by assessment.</summary>
    public static async Task<Dictionary<Guid, StoredAnswer>> AnswersAsync(
        this AutoGraderDbContext context, IEnumerable<Submission> submissions, string criterion, CancellationToken cancellationToken)
    {
        var ids = submissions.SelectMany(s => s.Assessments).Select(a => a.Id).ToList();
        return await context.Answers
            .Where(a => EF.Parameter(ids).Contains(a.AssessmentId) && a.Scores.Any(s => s.CriterionId == criterion))
            .Include(a => a.Scores).ToDictionaryAsync(a => a.AssessmentId, cancellationToken);
    }

    /// <summary>
    /// Brings the points and the status of assessments in line with their scores, after these were saved. The feedback no longer shows
    /// what counts: it is made anew when it is written out.
    /// </summary>
    public static async Task SumUpAsync(
        this AutoGraderDbContext context, IReadOnlyCollection<StoredAssessment> assessments, DateTime now,
        CancellationToken cancellationToken)
    {
        var ids = assessments.Select(a => a.Id).ToList();
        var scores = await (
            from answer in context.Answers
            where EF.Parameter(ids).Contains(answer.AssessmentId)
            from score in answer.Scores
            select new { answer.AssessmentId, score.Points, score.NeedsReview, IsDecided = score.Override != null })
            .ToListAsync(cancellationToken);
        var byAssessment = scores.ToLookup(s => s.AssessmentId);
        foreach (var assessment in assessments)
        {
            var own = byAssessment[assessment.Id].ToList();
            if (own.Count > 0)
            {
                assessment.Points = Points.Sum(own.Select(s => s.Points));
                assessment.OwnStatus = Verdict.OfReport(
                    assessment.Reasons, own.Exists(s => s.NeedsReview), isDecidedByPerson: own.TrueForAll(s => s.IsDecided));
                assessment.Status = Verdict.WithCrossReasons(assessment.OwnStatus, assessment.CrossReasons);
                assessment.FeedbackHash = null;
            }
            assessment.Touch(now);
        }
    }
}
