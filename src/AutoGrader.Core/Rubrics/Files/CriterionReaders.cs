namespace AutoGrader.Core.Rubrics.Files;

/// <summary>The kinds of criteria that rubric files know, and what all kinds have in common.</summary>
internal static class CriterionReaders
{
    private static readonly ICriterionReader[] All = [new ConceptReader(), new MatrixReader(), new ShapesCriterionReader(),
        new ComplexityReader(), new AxisReader(), new ListReader()];

    /// <summary>Reads the criteria of a question; <c>null</c> stands for one that could not be read.</summary>
    public static IReadOnlyList<Criterion?> ReadAll(MappingReader question, QuestionScope scope)
    {
        var criteria = new List<Criterion?>();
        foreach (var node in question.Items("criteria",
            new(
                "Add 'criteria:' and below it an item '- id: …' for everything that earns points.",
                "Fügen Sie „criteria:“ hinzu und darunter einen Eintrag „- id: …“ für alles, was Punkte bringt.")))
        {
            var criterion = Read(node, scope, question.Errors);
            if (criterion is not null && criteria.Any(c => c?.Id == criterion.Id))
                question.Errors.Add(node.Place,
                    new($"There are two criteria '{criterion.Id}'.", $"Das Kriterium „{criterion.Id}“ gibt es zweimal."),
                    new("Give each its own letter.", "Geben Sie jedem einen eigenen Buchstaben."));
            criteria.Add(criterion);
        }
        return criteria;
    }

    private static Criterion? Read(YamlNode node, QuestionScope scope, RubricErrorList errors)
    {
        if (MappingReader.Open(node, new("a criterion", "einem Kriterium"), errors) is not { } fields)
            return null;
        var id = ReadId(fields, scope.QuestionId);
        var kind = fields.Text("kind",
            new(
                $"Write one of {string.Join(", ", All.Select(r => r.Kind))}.",
                $"Schreiben Sie eines von {string.Join(", ", All.Select(r => r.Kind))}."));
        var maximum = ReadMaximum(fields);
        var text = fields.Localized("text");
        var reader = All.FirstOrDefault(r => r.Kind == kind?.Value);
        if (reader is null)
        {
            // The keys of an unknown kind are unknown, too: one error suffices.
            if (kind is not null)
                errors.Add(kind.Place,
                    new($"There is no kind of criterion '{kind.Value}'.", $"Die Art „{kind.Value}“ gibt es bei Kriterien nicht."),
                    Spelling.Suggest(kind.Value, [.. All.Select(r => r.Kind)]));
            return null;
        }
        // Where the points are wrong, no level may be called too high.
        var criterion = reader.Read(new CriterionHead(id, maximum ?? Points.FromHalfPoints(int.MaxValue), text), fields, scope) with
        {
            Disclosure = DisclosureReader.Read(fields, scope.Disclosure),
            Hint = fields.Optional("hint") is { } hint ? ValueReader.Localized(hint, errors) : null,
        };
        fields.Close();
        return maximum is null ? null : criterion;
    }

    private static string ReadId(MappingReader fields, string questionId)
    {
        if (fields.Text("id",
            new(
                $"Write the question's id and a letter, such as {questionId}a.",
                $"Schreiben Sie die Nummer der Frage und einen Buchstaben, etwa {questionId}a.")) is not { } id)
            return "";
        var isLettered = id.Value.Length == questionId.Length + 1 && id.Value.StartsWith(questionId, StringComparison.Ordinal)
            && char.IsAsciiLetterLower(id.Value[^1]);
        if (!isLettered && questionId.Length > 0)
            fields.Errors.Add(id.Place,
                new(
                    $"The criterion '{id.Value}' stands below question '{questionId}'.",
                    $"Das Kriterium „{id.Value}“ steht unter Frage „{questionId}“."),
                new(
                    $"Its id is the question's and a letter, such as {questionId}a.",
                    $"Seine „id“ ist die der Frage mit einem Buchstaben, etwa {questionId}a."));
        return id.Value;
    }

    private static Points? ReadMaximum(MappingReader fields)
    {
        var points = fields.Points("points");
        if (points != Points.Zero)
            return points;
        fields.Errors.Add(fields.Optional("points")!.Place,
            new("A criterion of 0 points decides nothing.", "Ein Kriterium mit 0 Punkten entscheidet nichts."),
            new("Give it points or remove it.", "Geben Sie ihm Punkte, oder entfernen Sie es."));
        return null;
    }
}
