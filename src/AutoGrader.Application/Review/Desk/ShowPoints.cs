using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Shows what may be given for each criterion of a submission, read or not.</summary>
public sealed class ShowPoints(Database database)
{
    /// <summary>The sheet; <c>null</c> where the run has no such submission.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<PointsSheet?> ExecuteAsync(Guid runId, Guid submissionId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var submission = await context.DecidableIn(run).AsNoTracking().Include(s => s.Overrides)
            .SingleOrDefaultAsync(s => s.Id == submissionId, cancellationToken);
        if (submission is null)
            return null;
        var scores = await context.Assessments.AsNoTracking()
            .Where(a => a.SubmissionId == submissionId && a.RubricHash == run.RubricHash)
            .SelectMany(a => a.Answers).SelectMany(a => a.Scores).ToDictionaryAsync(s => s.CriterionId, cancellationToken);
        var decisions = Decisions.On(submission, rubric.Id).All.Where(o => o.Points is not null)
            .ToDictionary(o => o.Target, StringComparer.Ordinal);
        return new PointsSheet(scores.Count > 0,
        [
            .. rubric.Questions.Select(q => new PointsQuestion(q.Id, q.Title, [.. q.Criteria.Select(Describe)])),
        ]);

        PointsItem Describe(Criterion criterion) => ItemOf(criterion, submission, rubric.Id) with
        {
            Suggestion = scores.TryGetValue(criterion.Id, out var score) ? score.Override?.MachinePoints ?? score.Points : null,
            IsOpen = score?.NeedsReview ?? true,
            Decision = decisions.TryGetValue(criterion.Id, out var o) ? new PointsDecision(o.Points!.Value, o.By, o.Reason) : null,
        };
    }

    private static PointsItem ItemOf(Criterion criterion, Submission submission, string rubricId) => new()
    {
        CriterionId = criterion.Id,
        Text = criterion.Text,
        Maximum = criterion.Maximum,
        Levels = CriterionLevels.Of(criterion),
        Version = ItemVersion.Of(submission, submission.Standing(rubricId, criterion.Id)),
    };
}
