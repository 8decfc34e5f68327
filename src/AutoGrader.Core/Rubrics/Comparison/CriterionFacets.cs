namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>What a criterion says, whatever its kind.</summary>
internal static class CriterionFacets
{
    /// <param name="criterion">The criterion.</param>
    /// <param name="levels">The numbers of its levels.</param>
    public static IReadOnlyList<Facet> Of(Criterion criterion, LevelPairs levels)
    {
        var facets = new Facets();
        facets.Add("id", new("id", "Kennung"), criterion.Id);
        facets.Add("kind", new("kind", "Art"), criterion.Kind);
        facets.Add("points", new("points", "Punkte"), criterion.Maximum.ToString());
        facets.Add("text", new("text", "Text"), criterion.Text);
        facets.Add("disclosure", new("what students are told", "was Studierende erfahren"), Name(criterion.Disclosure));
        facets.Add("hint", new("hint", "Hinweis"), criterion.Hint);
        foreach (var level in LevelsInWords.Of(criterion))
            Add(facets, level, levels.NumberOf(level));
        AddKind(facets, criterion);
        return facets.All;
    }

    private static void Add(Facets facets, Level level, int number)
    {
        var key = $"levels/{number}";
        facets.Add($"{key}/points", new($"points of level {number}", $"Punkte der Stufe {number}"), level.Points.ToString());
        facets.Add($"{key}/text", new($"text of level {number}", $"Text der Stufe {number}"), level.Text);
        facets.AddEach($"{key}/says", new($"phrase of level {number}", $"Formulierung der Stufe {number}"), level.Says);
    }

    private static void AddKind(Facets facets, Criterion criterion)
    {
        switch (criterion)
        {
            case ConceptCriterion concept:
                Add(facets, concept);
                break;
            case MatrixCriterion matrix:
                facets.Add("step", new("step", "Schritt"), matrix.Step);
                facets.Add("points-by-wrong-entries", new("points by number of wrong entries", "Punkte nach Zahl falscher Einträge"),
                    string.Join(", ", matrix.PointsByWrongEntries));
                facets.Add("implied-by-later-steps", new("implied by later steps", "durch spätere Schritte belegt"),
                    matrix.ImpliedByLaterSteps ? "true" : "false");
                break;
            case ShapesCriterion shapes:
                facets.Add("shared", new("shared size", "gemeinsame Größe"), shapes.Shared);
                facets.Add("all-equal", new("points where all shapes are equal", "Punkte, wenn alle Formen gleich sind"),
                    shapes.AllEqual?.ToString());
                facets.AddEach("contradicts", Against, shapes.Contradicts);
                break;
            case ComplexityCriterion complexity:
                Add(facets, complexity);
                break;
            case AxisCriterion axis:
                facets.Add("rows", new("rows", "Zeilen"), axis.Rows);
                facets.Add("columns", new("columns", "Spalten"), axis.Columns);
                facets.Add("sums-over", new("sums over", "summiert über"), axis.SumsOver);
                facets.AddEach("instead", new("what is neither", "was keins von beiden ist"), axis.Instead);
                break;
            case ListCriterion list:
                facets.Add("size", new("size", "Größe"), list.Size);
                facets.AddEach("names", new("name", "Name"), list.Names);
                break;
        }
    }

    private static LocalizedText Against { get; } = new("phrase against it", "Formulierung dagegen");

    private static LocalizedText Subject { get; } = new("what it is said of", "wovon es gesagt wird");

    private static void Add(Facets facets, ConceptCriterion concept)
    {
        facets.AddEach("about", Subject, concept.About);
        facets.AddEach("requires", new("required word", "nötiges Wort"), concept.Requires);
        facets.AddEach("contradicts", Against, concept.Contradicts);
        facets.AddEach("examples", new("example", "Beispiel"), concept.Examples.Select(e => $"{e.Points} P: {e.Text}"));
    }

    private static void Add(Facets facets, ComplexityCriterion complexity)
    {
        facets.AddEach("about", Subject, complexity.About);
        foreach (var order in complexity.Orders)
        {
            var (key, name) = ($"orders/{order.Order}", $"O({order.Order})");
            facets.Add($"{key}/points", new($"points of {name}", $"Punkte von {name}"), order.Points.ToString());
            facets.Add($"{key}/text", new($"text of {name}", $"Text von {name}"), order.Text);
            facets.AddEach($"{key}/full-points-if", new($"full points of {name} if", $"volle Punkte von {name}, wenn"), order.Unless);
        }
        facets.AddOrder("orders", new("order of the orders", "Reihenfolge der Ordnungen"), [.. complexity.Orders.Select(o => o.Order)]);
        facets.AddEach("relations", new("relation", "Beziehung"), complexity.Relations);
        facets.AddEach("constants", new("constant", "Konstante"), complexity.Constants);
    }

    private static string Name(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Verdict => "verdict",
        Disclosure.Hint => "hint",
        _ => "full",
    };
}
