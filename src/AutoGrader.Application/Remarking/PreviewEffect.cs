using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Says what would change if stored submissions were graded by another rubric version, such as a draft, before anything is: from the stored
/// readings, opening no PDF, with people's decisions and all that is learnt now. Changes nothing. What it cannot tell, it says.
/// </summary>
public sealed class PreviewEffect
{
    private readonly Database _database;
    private readonly AutoGraderOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<PreviewEffect> _logger;

    public PreviewEffect(Database database, IOptions<AutoGraderOptions> options, TimeProvider clock, ILogger<PreviewEffect> logger) =>
        (_database, _options, _clock, _logger) = (database, options.Value, clock, logger);

    /// <summary>Looks ahead.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<Effect> ExecuteAsync(EffectRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var settings = new EffectSettings(
            _options.Judge.IsOn, request.GradeThresholds ?? GradeBands.SharesOf(_options), request.ScoresEverything);
        EffectTarget? target = null;
        var known = new List<EffectBasis>();
        var effects = new List<SubmissionEffect>();
        foreach (var runId in request.Runs.Distinct())
        {
            var run = await context.RunAsync(runId, cancellationToken);
            var learnt = await LearntAnswers.CollectAsync(context, run.InputId, request.Rubric.Rubric, request.Answers, cancellationToken);
            if (target?.Learnt.Hash != learnt.Hash)
                target = new EffectTarget(request.Rubric, learnt, _options.SilentErrorTarget);
            var bases = new EffectBases(context, run.InputId, target);
            foreach (var batch in await FormerResults.BatchesAsync(context, runId, cancellationToken))
            {
                var former = await FormerResults.ReadAsync(context, batch, target.Version.Hash, cancellationToken);
                await bases.ExtendAsync(former, cancellationToken);
                effects.AddRange(await ComputeAsync(context, former, bases, target, settings, cancellationToken));
            }
            known.AddRange(bases.All);
        }
        return EffectSummary.Of(request.Rubric, effects, known, settings);
    }

    private async Task<SubmissionEffect[]> ComputeAsync(
        AutoGraderDbContext context, IReadOnlyList<FormerResult> former, EffectBases bases, EffectTarget target,
        EffectSettings settings, CancellationToken cancellationToken)
    {
        var reports = former.Select(f => f.Row.PdfHash).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var readings = await ReportReadings.FindAsync(context, reports, _options.ReadLimits, cancellationToken);
        var effects = new SubmissionEffect[former.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, former.Count), parallel, async (place, cancel) =>
        {
            var result = former[place];
            var reading = result.Row.PdfHash is { } pdf ? readings.GetValueOrDefault(pdf) : null;
            effects[place] = await ComputeAsync(result, reading, bases.Of(result), target, settings, cancel);
        });
        return effects;
    }

    private async Task<SubmissionEffect> ComputeAsync(
        FormerResult former, StoredReading? reading, EffectBasis basis, EffectTarget target, EffectSettings settings,
        CancellationToken cancellationToken)
    {
        if (former.Row.PdfHash is null)
        {
            return basis.Changes.IsHandInChanged || former.Row.Fingerprint.Length == 0
                ? EffectOfResult.NotComputed(former, EffectWords.NotInspected)
                : EffectOfResult.Unchanged(former);
        }
        if (ScoredAnew.TakenOver(former, basis, target, settings) is { } known)
            return EffectOfResult.Compare(former, known, basis, target);
        if (reading is null)
            return EffectOfResult.NotComputed(former, EffectWords.NotRead);
        try
        {
            var scored = await Bounded.RunAsync(
                () => ScoredAnew.Of(former, ReportReadings.Unpack(reading), basis, target, settings), _clock, cancellationToken);
            return EffectOfResult.Compare(former, scored, basis, target);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // As when it is graded: the fault of one submission is told of that one.
            _logger.LogError("The effect on submission {Submission} failed: {Fault}", former.Row.SubmissionId, Faults.Describe(fault));
            return EffectOfResult.NotComputed(former, EffectWords.Fault);
        }
    }
}
