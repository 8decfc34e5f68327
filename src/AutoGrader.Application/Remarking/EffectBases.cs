using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// What each version that former results of an input follow has in common with the target: several, where a re-marking was accepted in
/// part. Not to be extended while it is read.
/// </summary>
internal sealed class EffectBases(AutoGraderDbContext context, Guid inputId, EffectTarget target)
{
    private readonly Dictionary<string, EffectBasis> _bases = new(StringComparer.Ordinal);

    public IReadOnlyCollection<EffectBasis> All => _bases.Values;

    public EffectBasis Of(FormerResult former) => _bases[former.Row.RubricHash];

    /// <summary>Reads what results need.</summary>
    public async Task ExtendAsync(IReadOnlyList<FormerResult> former, CancellationToken cancellationToken)
    {
        foreach (var hash in former.Select(f => f.Row.RubricHash).Where(h => !_bases.ContainsKey(h)).Distinct().ToList())
            _bases.Add(hash, await ReadAsync(hash, cancellationToken));
    }

    private async Task<EffectBasis> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == hash, cancellationToken);
        var former = stored.ToVersion();
        var run = await context.Runs.AsNoTracking().SingleAsync(r => r.InputId == inputId && r.RubricHash == hash, cancellationToken);
        var given = await context.AnswersOfRunAsync(run, stored, former.Rubric, cancellationToken);
        return new EffectBasis(former, target, await LearntAnswers.FindAsync(context, run, former.Rubric, given, cancellationToken));
    }
}
