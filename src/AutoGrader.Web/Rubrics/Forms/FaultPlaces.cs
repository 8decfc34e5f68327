using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>Puts each fault at the field, or at least in the group, whose value it is of.</summary>
internal static class FaultPlaces
{
    public static IReadOnlyList<DraftFieldGroup> Put(
        IReadOnlyList<DraftFieldGroup> groups, RubricText text, string at, IReadOnlyList<RubricError> faults)
    {
        var left = faults.Where(f => IsOf(text, at, f)).ToList();
        var put = groups.Select(group => group with { Fields = [.. group.Fields.Select(field => Take(field, text, left))] }).ToList();
        put = [.. put.Select(group => group with { Fields = TakeHalves(group.Fields, text, left) })];
        // The innermost group that has it; the part itself, which stands first, takes what nobody else does.
        for (var i = put.Count - 1; i >= 0; i--)
        {
            if (put[i].Kind is DraftFieldGroupKind.Heading or DraftFieldGroupKind.Adds)
                continue;
            var own = left.Where(f => i == 0 || text.Covers(put[i].Path, f.Line, f.Column)).ToList();
            left.RemoveAll(own.Contains);
            put[i] = put[i] with { Faults = own };
        }
        return put;
    }

    /// <summary>Whether a fault is of a part itself rather than of one below it that has a form of its own.</summary>
    public static bool IsOf(RubricText text, string at, RubricError fault) =>
        text.Covers(at, fault.Line, fault.Column) && !Below(text, at).Any(path => text.Covers(path, fault.Line, fault.Column));

    private static IEnumerable<string> Below(RubricText text, string at)
    {
        if (at.Contains("/criteria/", StringComparison.Ordinal))
            return [];
        var list = at.Length == 0 ? "questions" : $"{at}/criteria";
        return Enumerable.Range(0, text.Count(list)).Select(i => FormattableString.Invariant($"{list}/{i}"));
    }

    private static DraftField Take(DraftField field, RubricText text, List<RubricError> left)
    {
        var own = left.Where(f => text.Covers(field.Path, f.Line, f.Column)).ToList();
        left.RemoveAll(own.Contains);
        return field with { Faults = own };
    }

    // What is said of a text in two languages is mostly that one is missing.
    private static List<DraftField> TakeHalves(IReadOnlyList<DraftField> fields, RubricText text, List<RubricError> left)
    {
        var put = fields.ToList();
        foreach (var half in fields.Where(f => f.HalfOf is not null && f.Value.Length == 0))
        {
            var own = left.Where(f => text.Covers(half.HalfOf!, f.Line, f.Column)).ToList();
            left.RemoveAll(own.Contains);
            put[put.IndexOf(half)] = half with { Faults = [.. half.Faults, .. own] };
        }
        return put;
    }
}
