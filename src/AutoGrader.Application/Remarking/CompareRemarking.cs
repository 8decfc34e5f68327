using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Remarking;

/// <summary>What a finished re-marking changes: the results of both versions side by side, with the causes. Scores nothing.</summary>
public sealed class CompareRemarking(Database database, IOptions<AutoGraderOptions> options)
{
    /// <summary>Compares; <c>null</c> where the other version is not graded to the end.</summary>
    /// <exception cref="KeyNotFoundException">There is no such re-marking.</exception>
    public async Task<Effect?> ExecuteAsync(Guid remarkingId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var remarking = await context.Remarkings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == remarkingId, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no re-marking {remarkingId}.");
        var run = await context.Runs.AsNoTracking().SingleAsync(r => r.Id == remarking.ToRunId, cancellationToken);
        if (run.State != RunState.Finished)
            return null;
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == run.RubricHash, cancellationToken);
        var version = stored.ToVersion();
        var given = await context.AnswersOfRunAsync(run, stored, version.Rubric, cancellationToken);
        var learnt = await LearntAnswers.OfRunAsync(context, run, version.Rubric, given, cancellationToken);
        var target = new EffectTarget(version, learnt, options.Value.SilentErrorTarget);
        var bases = new EffectBases(context, run.InputId, target);
        var effects = new List<SubmissionEffect>();
        foreach (var batch in await FormerResults.BatchesAsync(context, remarking.FromRunId, cancellationToken))
        {
            var former = await FormerResults.ReadAsync(context, batch, version.Hash, cancellationToken);
            await bases.ExtendAsync(former, cancellationToken);
            var submissions = former.Select(f => f.Row.SubmissionId).ToList();
            var results = await context.OwnAssessmentsOf(run.Id).AsNoTracking()
                .Where(a => EF.Parameter(submissions).Contains(a.SubmissionId))
                .Include(a => a.Answers).ThenInclude(a => a.Scores).AsSplitQuery()
                .ToDictionaryAsync(a => a.SubmissionId, cancellationToken);
            effects.AddRange(former.Select(f => Compare(
                f, results.GetValueOrDefault(f.Row.SubmissionId), bases.Of(f), target)));
        }
        var thresholds = GradeBands.SharesOf(options.Value);
        return EffectSummary.Of(version, effects, bases.All, new EffectSettings(false, thresholds, false)) with { Remarks = [] };
    }

    private static SubmissionEffect Compare(FormerResult former, StoredAssessment? result, EffectBasis basis, EffectTarget target) =>
        result is null
            ? EffectOfResult.NotComputed(former, EffectWords.NotRead)
            : EffectOfResult.Compare(
                former, new ScoredAnew(AssessmentMapping.FromRows(result.Answers), IsFoundElsewhere: false), basis, target) with
            {
                StatusAfter = result.Status,
            };
}
