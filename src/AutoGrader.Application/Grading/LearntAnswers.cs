using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>
/// What a run learns from: the graded answers given with the rubric, and people's decisions on answers to the same criteria in the same
/// course. (What is graded by the command line belongs to no course, and learns from what else belongs to none.)
/// </summary>
internal static class LearntAnswers
{
    /// <summary>Whether there are decisions on hand-ins of an input that are not read yet: there will be more to learn from.</summary>
    public static Task<bool> WillGrowAsync(
        AutoGraderDbContext context, Guid inputId, string rubricId, CancellationToken cancellationToken) =>
        context.Submissions.Where(s => s.InputId == inputId).SelectMany(s => s.Overrides)
            .AnyAsync(o => o.RubricId == rubricId && o.Points != null && o.Answer == null, cancellationToken);

    /// <summary>
    /// Keeps what a run of the service learns from, so that all its jobs learn the same on any machine at any time. Sets that no run learns
    /// from any more are deleted.
    /// </summary>
    public static async Task KeepAsync(
        AutoGraderDbContext context, GradingRun run, GradedAnswerSet learnt, CancellationToken cancellationToken)
    {
        if (learnt.Answers.Count > 0 && !await context.AnswerSets.AnyAsync(s => s.Hash == learnt.Hash, cancellationToken))
            context.AnswerSets.Add(new StoredAnswerSet { Hash = learnt.Hash, Source = learnt.Source });
        await context.AnswerSets
            .Where(s => s.Hash != learnt.Hash && !context.Rubrics.Any(r => r.AnswersHash == s.Hash)
                && !context.CourseRubrics.Any(r => r.AnswersHash == s.Hash)
                && !context.Runs.Any(r => r.LearntHash == s.Hash && r.Id != run.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What a registered run learns from; where somebody had it forgotten, all there is now.</summary>
    public static async Task<GradedAnswerSet> OfRunAsync(
        AutoGraderDbContext context, GradingRun run, Rubric rubric, GradedAnswerSet given, CancellationToken cancellationToken)
    {
        return await FindAsync(context, run, rubric, given, cancellationToken)
            ?? await CollectAsync(context, run.InputId, rubric, given, cancellationToken);
    }

    /// <summary>What a registered run learnt from when it was last at work; <c>null</c> where that is not known any more.</summary>
    public static async Task<GradedAnswerSet?> FindAsync(
        AutoGraderDbContext context, GradingRun run, Rubric rubric, GradedAnswerSet given, CancellationToken cancellationToken)
    {
        if (run.LearntHash == given.Hash)
            return given;
        var kept = await context.AnswerSets.AsNoTracking().SingleOrDefaultAsync(s => s.Hash == run.LearntHash, cancellationToken);
        if (kept is not null && GradedAnswerSet.Read(kept.Source, "learnt", rubric).Set is { } learnt && learnt.Hash == run.LearntHash)
            return learnt;
        // The command line keeps none, but nothing may have been decided since.
        var now = await CollectAsync(context, run.InputId, rubric, given, cancellationToken);
        return now.Hash == run.LearntHash ? now : null;
    }

    /// <summary>All there is to learn from now.</summary>
    /// <param name="context">The database; unsaved decisions are not seen.</param>
    /// <param name="inputId">What is graded; decisions of other courses are left out.</param>
    /// <param name="rubric">The rubric.</param>
    /// <param name="given">The graded answers given with it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<GradedAnswerSet> CollectAsync(
        AutoGraderDbContext context, Guid inputId, Rubric rubric, GradedAnswerSet given, CancellationToken cancellationToken)
    {
        var course = await context.Inputs.Where(i => i.Id == inputId).Select(i => (Guid?)i.Assignment!.CourseId)
            .SingleAsync(cancellationToken);
        var own = context.Inputs.Where(i => (Guid?)i.Assignment!.CourseId == course).SelectMany(i => i.Submissions);
        var decisions = await context.Overrides.AsNoTracking()
            .Where(o => o.RubricId == rubric.Id && o.Points != null && o.Answer != null && o.Answer != "")
            .Where(o => own.Any(s => s.Id == o.SubmissionId))
            .ToListAsync(cancellationToken);
        if (decisions.Count == 0)
            return given;
        var criteria = rubric.Questions.SelectMany(q => q.Criteria.Select(c => (Question: q.Id, Criterion: c)))
            .ToDictionary(c => c.Criterion.Id, StringComparer.Ordinal);
        var decided =
            from decision in Distinct(decisions)
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

    /// <summary>
    /// What was decided at once for like answers, or of the same words with the same points, teaches once: a hundred copies are no hundred
    /// witnesses, and would make the scorer surer than it has reason to be.
    /// </summary>
    private static IEnumerable<StoredOverride> Distinct(IEnumerable<StoredOverride> decisions) => decisions
        .OrderBy(d => d.Answer, StringComparer.Ordinal).ThenBy(d => d.SubmissionId)
        .DistinctBy(d => (d.Target, d.DecisionId ?? d.Id))
        .DistinctBy(d => (d.Target, d.Points, AnswerWords.StatementOf(d.Answer!)));
}
