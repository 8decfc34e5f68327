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
        foreach (var node in question.Items("criteria", "Add 'criteria:' and below it an item '- id: …' for everything that earns points."))
        {
            var criterion = Read(node, scope, question.Errors);
            if (criterion is not null && criteria.Any(c => c?.Id == criterion.Id))
                question.Errors.Add(node.Place, $"There are two criteria '{criterion.Id}'.", "Give each its own letter.");
            criteria.Add(criterion);
        }
        return criteria;
    }

    private static Criterion? Read(YamlNode node, QuestionScope scope, RubricErrorList errors)
    {
        if (MappingReader.Open(node, "a criterion", errors) is not { } fields)
            return null;
        var id = ReadId(fields, scope.QuestionId);
        var kind = fields.Text("kind", $"Write one of {string.Join(", ", All.Select(r => r.Kind))}.");
        var maximum = ReadMaximum(fields);
        var text = fields.Localized("text");
        var reader = All.FirstOrDefault(r => r.Kind == kind?.Value);
        if (reader is null)
        {
            // The keys of an unknown kind are unknown, too: one error suffices.
            if (kind is not null)
                errors.Add(kind.Place, $"There is no kind of criterion '{kind.Value}'.",
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
        if (fields.Text("id", $"Write the question's id and a letter, such as {questionId}a.") is not { } id)
            return "";
        var isLettered = id.Value.Length == questionId.Length + 1 && id.Value.StartsWith(questionId, StringComparison.Ordinal)
            && char.IsAsciiLetterLower(id.Value[^1]);
        if (!isLettered && questionId.Length > 0)
            fields.Errors.Add(id.Place, $"The criterion '{id.Value}' stands below question '{questionId}'.",
                $"Its id is the question's and a letter, such as {questionId}a.");
        return id.Value;
    }

    private static Points? ReadMaximum(MappingReader fields)
    {
        var points = fields.Points("points");
        if (points != Points.Zero)
            return points;
        fields.Errors.Add(fields.Optional("points")!.Place, "A criterion of 0 points decides nothing.", "Give it points or remove it.");
        return null;
    }
}
