using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Intake;

/// <summary>Finds matriculation numbers that stand on the hand-ins of more than one participant.</summary>
public static class SharedNumbers
{
    /// <summary>Finds them.</summary>
    /// <param name="inspections">The inspections by the hand-in's key, with the group's name where members hand in the same file under
    /// their own numbers.</param>
    /// <returns>By key: the reason (which does not name the others, because students read it), and the keys of the others for the
    /// tutor.</returns>
    public static IReadOnlyDictionary<string, SharedNumber> Find(
        IEnumerable<(string Key, string? Group, HandInInspection Inspection)> inspections) =>
        inspections.Where(i => i.Inspection.Matriculation is not null)
            .GroupBy(i => i.Inspection.Matriculation!)
            .Where(same => same.Select(i => i.Group ?? "\0" + i.Key).Distinct(StringComparer.Ordinal).Count() > 1)
            .SelectMany(same => same.Select(i => (i.Key, Shared: new SharedNumber(
                same.Key,
                HandInReasons.SharedNumber(same.Key),
                [.. same.Select(o => o.Key).Where(k => k != i.Key).Order(StringComparer.Ordinal)]))))
            .ToDictionary(s => s.Key, s => s.Shared, StringComparer.Ordinal);
}

/// <summary>A matriculation number that others carry too.</summary>
/// <param name="Matriculation">The number.</param>
/// <param name="Reason">What to say about it; needs review.</param>
/// <param name="OtherKeys">The keys of the other hand-ins.</param>
public sealed record SharedNumber(string Matriculation, Reason Reason, IReadOnlyList<string> OtherKeys);
