using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>What a question computes: given matrices, formulas, tolerance, known mistakes.</summary>
internal static class ComputationFacets
{
    public static void AddTo(Facets facets, Computation computation)
    {
        foreach (var (name, matrix) in computation.Given)
            facets.AddNamed("computation/given", name, new("given matrix", "gegebene Matrix"), Text(matrix));
        foreach (var step in computation.Steps)
        {
            var key = $"computation/steps/{step.Name}";
            facets.Add($"{key}/formula", new($"formula of step {step.Name}", $"Formel des Schritts {step.Name}"), step.Formula);
            facets.Add($"{key}/title", new($"title of step {step.Name}", $"Titel des Schritts {step.Name}"), step.Title);
            facets.AddEach($"{key}/written", new($"written form of step {step.Name}", $"Schreibweise des Schritts {step.Name}"),
                step.Written);
        }
        facets.AddOrder("computation/steps", new("order of the steps", "Reihenfolge der Schritte"),
            [.. computation.Steps.Select(s => s.Name)]);
        facets.Add("computation/tolerance", new("tolerance", "Toleranz"), Text(computation.Tolerance));
        foreach (var mistake in computation.Mistakes)
            AddMistake(facets, mistake);
        facets.AddOrder("computation/mistakes", new("order of the mistakes", "Reihenfolge der Fehler"),
            [.. computation.Mistakes.Select(m => m.Name)]);
        foreach (var slip in computation.CatalogueMistakes)
            AddSlip(facets, slip);
    }

    private static void AddMistake(Facets facets, NamedMistake mistake)
    {
        var (key, name) = ($"computation/mistakes/{mistake.Name}", mistake.Name);
        facets.Add($"{key}/step", new($"step of mistake {name}", $"Schritt des Fehlers {name}"), mistake.Step);
        facets.Add($"{key}/formula", new($"formula of mistake {name}", $"Formel des Fehlers {name}"), mistake.Formula);
        facets.Add($"{key}/text", new($"sentence on mistake {name}", $"Satz zum Fehler {name}"), mistake.Text);
        AddPoints(facets, key, name, mistake.Points);
    }

    private static void AddSlip(Facets facets, CatalogueMistake slip)
    {
        var name = slip.Step is { } step ? $"{slip.Name} @ {step}" : slip.Name;
        var key = $"computation/mistakes/catalogue {name}";
        // Mentioned without text and points it is still mentioned.
        facets.Add($"{key}/catalogue", new($"slip {name}", $"Versehen {name}"), slip.Name);
        facets.Add($"{key}/text", new($"sentence on slip {name}", $"Satz zum Versehen {name}"), slip.Text);
        AddPoints(facets, key, name, slip.Points);
    }

    private static void AddPoints(Facets facets, string key, string mistake, IReadOnlyDictionary<string, Points> points)
    {
        foreach (var (criterion, earned) in points.OrderBy(p => p.Key, StringComparer.Ordinal))
            facets.Add($"{key}/points/{criterion}", new($"points of {criterion} after {mistake}", $"Punkte von {criterion} nach {mistake}"),
                earned.ToString());
    }

    private static string Text(NumberTolerance tolerance) => string.Create(CultureInfo.InvariantCulture,
        $"absolute {tolerance.Absolute}, relative {tolerance.Relative}")
        + (tolerance.SignificantDigits is { } digits ? $", significant digits {digits.ToString(CultureInfo.InvariantCulture)}" : "");

    // All digits: what is hidden by rounding would be a change that nobody sees.
    private static string Text(Matrix<double> matrix) => $"[{string.Join(", ", matrix.ToRowArrays().Select(Row))}]";

    private static string Row(double[] row) => $"[{string.Join(", ", row.Select(x => x.ToString(CultureInfo.InvariantCulture)))}]";
}
