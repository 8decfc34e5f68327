using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Keeps the effects looked at last for as long as nothing that they rest on changes, so that whoever filters a list does not wait again;
/// and has only one worked out at a time, which uses all cores. They name students: where a report is deleted, all go. Thread-safe; one
/// for the whole program.
/// </summary>
public sealed class RecentEffects : IDisposable
{
    private const int Most = 4;

    private readonly List<(string Key, Effect Effect)> _kept = [];
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _changing = new();
    private readonly Database _database;
    private readonly PreviewEffect _preview;
    private int _deletions;

    public RecentEffects(Database database, PreviewEffect preview)
    {
        (_database, _preview) = (database, preview);
        database.Artifacts.Deleted += Clear;
    }

    /// <summary>The effect as of now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<Effect> GetAsync(EffectRequest request, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var key = await KeyAsync(request, cancellationToken);
            var deletions = Volatile.Read(ref _deletions);
            if (Find(key) is { } known)
                return known;
            var effect = await _preview.ExecuteAsync(request, cancellationToken);
            Keep(key, effect, deletions);
            return effect;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _database.Artifacts.Deleted -= Clear;
        _gate.Dispose();
    }

    private Effect? Find(string key)
    {
        lock (_changing)
        {
            return _kept.Find(k => k.Key == key).Effect;
        }
    }

    private void Keep(string key, Effect effect, int deletions)
    {
        lock (_changing)
        {
            // It may name somebody who was forgotten while it was worked out.
            if (deletions != _deletions)
                return;
            _kept.Add((key, effect));
            if (_kept.Count > Most)
                _kept.RemoveAt(0);
        }
    }

    private void Clear(string hash)
    {
        lock (_changing)
        {
            _deletions++;
            _kept.Clear();
        }
    }

    /// <summary>Names all that may change under the request: results, decisions, what is learnt.</summary>
    private async Task<string> KeyAsync(EffectRequest request, CancellationToken cancellationToken)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
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
