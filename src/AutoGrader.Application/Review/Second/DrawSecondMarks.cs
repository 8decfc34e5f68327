using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Second;

/// <summary>
/// Draws a random sample of marked answers for a second mark. What is open, drawn already, or by another version since a re-marking kept
/// it, is not drawn: nobody decides on it here. The same seed draws the same from the same answers.
/// </summary>
public sealed class DrawSecondMarks(Database database, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Draws.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="questionId">Only answers to this question; <c>null</c> for all.</param>
    /// <param name="size">How many of the answers that can be drawn.</param>
    /// <param name="seed">Names the draw.</param>
    /// <param name="by">Who draws.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>How many answers were drawn: fewer where there are no more.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<int> ExecuteAsync(
        Guid runId, string? questionId, SampleSize size, int seed, string by, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var drawn = (await context.SecondMarks.Where(m => m.RunId == runId).Select(m => new { m.SubmissionId, m.QuestionId })
            .Distinct().ToListAsync(cancellationToken)).Select(m => (m.SubmissionId, m.QuestionId)).ToHashSet();
        var reports = await context.AssessmentsOf(runId).AsNoTracking().Where(a => a.RubricHash == run.RubricHash)
            .Select(a => new { a.Id, a.SubmissionId, a.Submission!.HandInKey, a.Submission.ContentHash })
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var assessments = reports.Keys.ToList();
        var marked = await context.Answers.AsNoTracking()
            .Where(a => EF.Parameter(assessments).Contains(a.AssessmentId) && (questionId == null || a.QuestionId == questionId)
                && a.Scores.All(s => !s.NeedsReview))
            .Include(a => a.Scores).ToListAsync(cancellationToken);
        var eligible = marked.Select(a => (Report: reports[a.AssessmentId], Answer: a))
            .Where(a => !drawn.Contains((a.Report.SubmissionId, a.Answer.QuestionId)))
            .OrderBy(a => a.Report.HandInKey, StringComparer.Ordinal).ThenBy(a => a.Answer.Ordinal).ToArray();
        new Random(seed).Shuffle(eligible);
        var places = rubric.Questions.SelectMany(q => q.Criteria).Index()
            .ToDictionary(c => c.Item.Id, c => c.Index, StringComparer.Ordinal);
        var sample = eligible.Take(size.Of(eligible.Length)).ToList();
        foreach (var chosen in sample)
        {
            context.SecondMarks.AddRange(chosen.Answer.Scores.Select(score => new SecondMark
            {
                Id = ids.Next(),
                RunId = runId,
                SubmissionId = chosen.Report.SubmissionId,
                QuestionId = chosen.Answer.QuestionId,
                CriterionId = score.CriterionId,
                Ordinal = places[score.CriterionId],
                ContentHash = chosen.Report.ContentHash,
                Seed = seed,
                DrawnBy = by,
                DrawnAt = clock.GetUtcNow().UtcDateTime,
                FirstPoints = score.Points,
                FirstBy = score.Override?.By,
            }));
        }
        audit.Add(context, by, "second.draw", runId.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{sample.Count} of {questionId ?? "all questions"}{size.Described}, seed {seed}"));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sample.Count;
    }
}
