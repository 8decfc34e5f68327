using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations;

/// <summary>
/// The order in which steps are computed: every step after those it needs, otherwise as the rubric has them. A mistake is computed in
/// the place of its step and so needs its names as early. Knows names only, nothing of values.
/// </summary>
internal static class StepOrder
{
    /// <summary>Sorts steps by what they need.</summary>
    /// <param name="steps">The names of the steps in the rubric's order; distinct.</param>
    /// <param name="uses">Which step needs which name; names that are no steps do not matter.</param>
    /// <param name="circle">Where steps need each other in a circle: its uses in order; else <c>null</c>.</param>
    /// <returns>The positions of the steps in the order of computation; without those of the circle and what needs it.</returns>
    public static IReadOnlyList<int> Sort(IReadOnlyList<string> steps, ILookup<string, StepUse> uses, out IReadOnlyList<StepUse>? circle)
    {
        var order = new List<int>();
        var waiting = new HashSet<string>(steps, StringComparer.Ordinal);
        while (NextReady() is var next and >= 0)
        {
            order.Add(next);
            waiting.Remove(steps[next]);
        }

        circle = waiting.Count == 0 ? null : CircleAmong(waiting, steps.First(waiting.Contains), uses);
        return order;

        int NextReady() => Enumerable.Range(0, steps.Count).FirstOrDefault(
            i => waiting.Contains(steps[i]) && !uses[steps[i]].Any(use => waiting.Contains(use.Name.Name)), -1);
    }

    /// <summary>Each waiting step needs a waiting one, so that following these needs must come back to where one has been.</summary>
    private static List<StepUse> CircleAmong(HashSet<string> waiting, string start, ILookup<string, StepUse> uses)
    {
        var path = new List<StepUse>();
        for (var step = start; ; step = path[^1].Name.Name)
        {
            var seen = path.FindIndex(use => use.Step == step);
            if (seen >= 0)
                return path[seen..];
            path.Add(uses[step].First(use => waiting.Contains(use.Name.Name)));
        }
    }
}

/// <summary>A name in a formula.</summary>
/// <param name="Step">The step that is computed by the formula.</param>
/// <param name="Subject">Whose formula it is: the step itself or one of its mistakes.</param>
/// <param name="Name">The name.</param>
internal sealed record StepUse(string Step, string Subject, NameExpression Name);
