using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>
/// What a run learns from: the graded answers given with the rubric, and people's decisions on answers to the same criteria.
/// </summary>
internal static class LearntAnswers
{
    /// <summary>Whether there are decisions on hand-ins of an input that are not read yet: there will be more to learn from.</summary>
    public static Task<bool> WillGrowAsync(
        AutoGraderDbContext context, Guid inputId, string rubricId, CancellationToken cancellationToken) =>
        context.Submissions.Where(s => s.InputId == inputId).SelectMany(s => s.Overrides)
            .AnyAsync(o => o.RubricId == rubricId && o.Points != null && o.Answer == null, cancellationToken);

    /// <summary>All there is to learn from now.</summary>
    /// <param name="context">The database; unsaved decisions are not seen.</param>
    /// <param name="rubric">The rubric.</param>
    /// <param name="given">The graded answers given with it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<GradedAnswerSet> CollectAsync(
        AutoGraderDbContext context, Rubric rubric, GradedAnswerSet given, CancellationToken cancellationToken)
    {
        var decisions = await context.Overrides.AsNoTracking()
            .Where(o => o.RubricId == rubric.Id && o.Points != null && o.Answer != null && o.Answer != "")
            .ToListAsync(cancellationToken);
        if (decisions.Count == 0)
            return given;
        var criteria = rubric.Questions.SelectMany(q => q.Criteria.Select(c => (Question: q.Id, Criterion: c)))
            .ToDictionary(c => c.Criterion.Id, StringComparer.Ordinal);
        var decided =
            from decision in decisions
            where criteria.TryGetValue(decision.Target, out var known)
                && known.Criterion.Maximum == decision.Maximum
                && known.Criterion.Text.English == decision.CriterionText
            group decision by (decision.SubmissionId, criteria[decision.Target].Question, decision.Answer) into answer
            select new GradedAnswer(
                answer.Key.Question,
                answer.Key.Answer!.Trim(),
                answer.ToDictionary(d => d.Target, d => d.Points!.Value.Value, StringComparer.Ordinal));
        return GradedAnswerSet.Of([.. given.Answers, .. decided]);
    }
}
