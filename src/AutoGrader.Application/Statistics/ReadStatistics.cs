using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Statistics;

/// <summary>Counts a run's results from the stored rows, while it is graded and reviewed as well as afterwards.</summary>
public sealed class ReadStatistics(Database database)
{
    /// <summary>Counts.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<RunStatistics> ExecuteAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var sheets = await context.AssessmentsOf(runId).Where(a => a.Points != null)
            .Select(a => new { a.Status, Points = a.Points!.Value }).ToListAsync(cancellationToken);
        var scores = await (
            from assessment in context.AssessmentsOf(runId).AsNoTracking()
            from answer in assessment.Answers
            from score in answer.Scores
            select new Score(answer.Id, answer.Ordinal, answer.QuestionId, answer.Title, score.Ordinal, score.CriterionId,
                score.CriterionText, score.Maximum, score.Points, score.NeedsReview, score.Override)).ToListAsync(cancellationToken);
        var days = await context.Overrides.Where(o => o.Points != null && o.RubricId == rubric.Id
                && context.Submissions.Any(s => s.Id == o.SubmissionId && s.InputId == run.InputId))
            .Select(o => o.DecidedAt).ToListAsync(cancellationToken);
        return new RunStatistics
        {
            Scored = sheets.Count,
            Decided = sheets.Count(s => s.Status == SubmissionStatus.Graded),
            Maximum = rubric.Maximum,
            Distribution = Distribution(sheets.Select(s => s.Points), rubric.Maximum),
            Mean = sheets.Count == 0 ? null : sheets.Average(s => s.Points.HalfPoints) / 2,
            Questions = [.. scores.GroupBy(s => s.QuestionId, StringComparer.Ordinal)
                .OrderBy(g => g.First().QuestionOrdinal).Select(CountQuestion)],
            Criteria = [.. scores.GroupBy(s => s.CriterionId, StringComparer.Ordinal)
                .OrderBy(g => g.First().QuestionOrdinal).ThenBy(g => g.First().Ordinal).Select(Count)],
            People = [.. scores.Where(s => s.Override is not null).GroupBy(s => s.Override!.By, StringComparer.Ordinal)
                .Select(g => new PersonStatistics(g.Key, g.Count(), g.Count(IsChanged)))
                .OrderByDescending(p => p.Decisions).ThenBy(p => p.By, StringComparer.Ordinal)],
            Days = [.. days.GroupBy(DateOnly.FromDateTime).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
        };
    }

    private static int[] Distribution(IEnumerable<Points> points, Points maximum)
    {
        var counts = new int[(maximum.HalfPoints / 2) + 1];
        foreach (var sum in points)
            counts[Math.Min(sum.HalfPoints / 2, counts.Length - 1)]++;
        return counts;
    }

    private static QuestionStatistics CountQuestion(IGrouping<string, Score> group)
    {
        var answers = group.GroupBy(s => s.AnswerId)
            .Select(a => (Points: Points.Sum(a.Select(s => s.Points)), Maximum: Points.Sum(a.Select(s => s.Maximum)),
                IsOpen: a.Any(s => s.NeedsReview)))
            .ToList();
        return new QuestionStatistics(
            group.Key, group.First().Title, answers.Count, answers.Average(a => a.Points.HalfPoints) / 2, answers.Max(a => a.Maximum),
            answers.Count(a => a.Points == a.Maximum), answers.Count(a => a.Points == Points.Zero), answers.Count(a => a.IsOpen));
    }

    private static CriterionStatistics Count(IGrouping<string, Score> group)
    {
        var first = group.First();
        var (all, decided) = (group.Count(), group.Count(s => s.Override is not null));
        var open = group.Count(s => s.NeedsReview);
        var possible = group.Sum(s => s.Maximum.HalfPoints);
        return new CriterionStatistics(
            first.QuestionId, first.CriterionId, first.Text, all,
            possible == 0 ? 0 : group.Sum(s => s.Points.HalfPoints) / (double)possible,
            all - decided - open, decided, group.Count(IsChanged), open);
    }

    private static bool IsChanged(Score score) => score.Override is { } decision && decision.MachinePoints != score.Points;

    private sealed record Score(
        Guid AnswerId, int QuestionOrdinal, string QuestionId, LocalizedText Title, int Ordinal, string CriterionId, LocalizedText Text,
        Points Maximum, Points Points, bool NeedsReview, Override? Override);
}
