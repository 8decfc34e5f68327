using System.Globalization;

namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>What a question says beside its criteria.</summary>
internal static class QuestionFacets
{
    public static IReadOnlyList<Facet> Of(Question question)
    {
        var facets = new Facets();
        facets.Add("id", new("id", "Kennung"), question.Id);
        facets.Add("points", new("points", "Punkte"), question.Maximum.ToString());
        facets.Add("title", new("title", "Titel"), question.Title);
        facets.Add("text", new("question", "Fragetext"), question.Text);
        facets.Add("solution", new("worked solution", "Musterlösung"), question.Solution);
        facets.Add("items-asked", new("number of items asked", "Zahl der gefragten Punkte"),
            question.ItemsAsked?.ToString(CultureInfo.InvariantCulture));
        facets.AddEach("other-items", new("other item of a list", "anderer Punkt einer Aufzählung"), question.OtherItems);
        facets.Add("shapes-from", new("question that gives the shapes", "Frage, die die Formen vorgibt"), question.ShapesFrom);
        // Shapes taken from another question change there.
        if (question.ShapesFrom is null)
        {
            foreach (var (matrix, shape) in question.Shapes)
                facets.AddNamed("shapes", matrix, new("shape of", "Form von"), $"{shape.Rows} × {shape.Columns}");
            foreach (var (matrix, phrase) in question.RowsAre)
                facets.AddNamed("rows-are", matrix, new("rows of", "Zeilen von"), phrase.Source);
        }
        if (question.Computation is { } computation)
            ComputationFacets.AddTo(facets, computation);
        return facets.All;
    }
}
