using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Keeps the effects looked at last for as long as nothing that they rest on changes, so that whoever filters a list does not wait again;
/// and has only one worked out at a time, which uses all cores. Thread-safe; one for the whole program.
/// </summary>
public sealed class RecentEffects(Database database, PreviewEffect preview) : IDisposable
{
    private const int Most = 4;

    private readonly List<(string Key, Effect Effect)> _kept = [];
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The effect as of now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<Effect> GetAsync(EffectRequest request, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var key = await KeyAsync(request, cancellationToken);
            if (_kept.Find(k => k.Key == key) is { Effect: { } known })
                return known;
            var effect = await preview.ExecuteAsync(request, cancellationToken);
            _kept.Add((key, effect));
            if (_kept.Count > Most)
                _kept.RemoveAt(0);
            return effect;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Names all that may change under the request: results, decisions, what is learnt.</summary>
    private async Task<string> KeyAsync(EffectRequest request, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rubricId = request.Rubric.Rubric.Id;
        var decisions = context.Overrides.Where(o => o.RubricId == rubricId);
        var parts = new List<string>
        {
            request.Rubric.Hash, request.Answers.Hash, string.Join(',', request.GradeThresholds ?? []),
            $"{await decisions.CountAsync(cancellationToken)}",
            $"{await decisions.MaxAsync(o => (DateTime?)o.DecidedAt, cancellationToken):O}",
            $"{await decisions.SumAsync(o => o.Version, cancellationToken)}",
        };
        foreach (var run in request.Runs)
        {
            var results = context.AssessmentsOf(run);
            parts.Add($"{run} {await results.CountAsync(cancellationToken)} "
                + $"{await results.MaxAsync(a => (DateTime?)a.AssessedAt, cancellationToken):O}");
        }
        return string.Join('|', parts);
    }
}
