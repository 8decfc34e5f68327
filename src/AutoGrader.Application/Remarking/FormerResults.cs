using AutoGrader.Application.Data;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>Reads the results that count in a run, a few at a time.</summary>
internal static class FormerResults
{
    private const int Batch = 100;

    /// <summary>The ids of a run's results, in ordinal order of the hand-ins' keys, in portions.</summary>
    public static async Task<IReadOnlyList<Guid[]>> BatchesAsync(
        AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken)
    {
        var all = await context.AssessmentsOf(runId).Select(a => new { a.Id, a.Submission!.HandInKey }).ToListAsync(cancellationToken);
        return [.. all.OrderBy(a => a.HandInKey, StringComparer.Ordinal).Select(a => a.Id).Chunk(Batch)];
    }

    /// <summary>Results in the order of their ids.</summary>
    /// <param name="context">The database.</param>
    /// <param name="ids">The results.</param>
    /// <param name="rubricHash">The version looked at: what it had decided earlier is read as well.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<FormerResult>> ReadAsync(
        AutoGraderDbContext context, Guid[] ids, string rubricHash, CancellationToken cancellationToken)
    {
        var rows = await context.Assessments.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id))
            .Include(a => a.Submission).ThenInclude(s => s!.Overrides).AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellationToken);
        var scores = await (
            from answer in context.Answers.AsNoTracking()
            where EF.Parameter(ids).Contains(answer.AssessmentId)
            from score in answer.Scores
            select new Row(answer.AssessmentId, answer.Ordinal, score.Ordinal, new FormerScore(
                answer.QuestionId, score.CriterionId, score.CriterionText, score.Maximum, score.Points, score.Confidence,
                score.NeedsReview, score.Override, score.Opinion, score.DecidedBefore))).ToListAsync(cancellationToken);
        var bySubmission = await EarlierAsync(context, [.. rows.Values.Select(r => r.SubmissionId)], rubricHash, cancellationToken);
        var byRow = scores.ToLookup(s => s.Assessment);
        return [.. ids.Where(rows.ContainsKey).Select(id => new FormerResult
        {
            Row = rows[id],
            Scores = [.. byRow[id].OrderBy(s => s.Question).ThenBy(s => s.Place).Select(s => s.Score)],
            Earlier = bySubmission.GetValueOrDefault(rows[id].SubmissionId) ?? [],
        })];
    }

    private sealed record Row(Guid Assessment, int Question, int Place, FormerScore Score);

    private static async Task<Dictionary<Guid, Dictionary<string, Points>>> EarlierAsync(
        AutoGraderDbContext context, IReadOnlyList<Guid> submissions, string rubricHash, CancellationToken cancellationToken)
    {
        var decided = await Grading.EarlierScores.DecidedAsync(context, submissions, rubricHash, cancellationToken);
        return decided.GroupBy(d => d.SubmissionId)
            .ToDictionary(g => g.Key, g => g.ToDictionary(d => d.CriterionId, d => d.Points, StringComparer.Ordinal));
    }
}
