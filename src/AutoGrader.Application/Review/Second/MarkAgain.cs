using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Second;

/// <summary>
/// The second mark of a drawn answer: shows it without the first mark and without the machine's, and takes the points. Nobody marks twice
/// what they have decided themselves.
/// </summary>
public sealed class MarkAgain(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The answer; <c>null</c> where it was not drawn, is marked already, or is not this person's to mark.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<UnmarkedAnswer?> ShowAsync(
        Guid runId, Guid submissionId, string questionId, string by, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var marks = await MarksAsync(context, run, submissionId, questionId, by, cancellationToken);
        if (marks.Count == 0 || rubric.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
            return null;
        var answer = await context.Assessments.AsNoTracking()
            .Where(a => a.SubmissionId == submissionId && a.RubricHash == run.RubricHash)
            .SelectMany(a => a.Answers).Where(a => a.QuestionId == questionId).Select(a => a.Text).SingleOrDefaultAsync(cancellationToken);
        return new UnmarkedAnswer(
            question.Id, question.Title, question.Text, answer ?? "",
            [.. question.Criteria.Select(c => new UnmarkedCriterion(c.Id, c.Text, CriterionLevels.Of(c)))]);
    }

    /// <summary>Takes the points.</summary>
    /// <returns>Whether they were stored; not where another was faster, or where it is not this person's to mark.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="ArgumentException">A criterion has no points, or more than it can earn.</exception>
    public async Task<bool> ExecuteAsync(
        Guid runId, Guid submissionId, string questionId, IReadOnlyDictionary<string, Points> points, string by,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var criteria = rubric.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var marks = await MarksAsync(context, run, submissionId, questionId, by, cancellationToken);
        if (marks.Count == 0)
            return false;
        foreach (var mark in marks)
        {
            mark.Points = PointsOf(criteria[mark.CriterionId], points);
            mark.By = by;
            mark.MarkedAt = clock.GetUtcNow().UtcDateTime;
        }
        audit.Add(context, by, "second.mark", submissionId.ToString(), questionId);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static Points PointsOf(Criterion criterion, IReadOnlyDictionary<string, Points> points) =>
        points.TryGetValue(criterion.Id, out var given) && given <= criterion.Maximum
            ? given : throw new ArgumentException($"{criterion.Id} needs points up to {criterion.Maximum}.", nameof(points));

    private static async Task<List<SecondMark>> MarksAsync(
        AutoGraderDbContext context, GradingRun run, Guid submissionId, string questionId, string by, CancellationToken cancellationToken)
    {
        // Nobody marks what does not count.
        var decidable = context.DecidableIn(run);
        var marks = await context.SecondMarks
            .Where(m => m.RunId == run.Id && m.SubmissionId == submissionId && m.QuestionId == questionId
                && decidable.Any(s => s.Id == m.SubmissionId && s.ContentHash == m.ContentHash))
            .OrderBy(m => m.Ordinal).ToListAsync(cancellationToken);
        return marks.Exists(m => m.Points is not null || m.FirstBy == by) ? [] : marks;
    }
}
