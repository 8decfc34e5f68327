namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>shapes</c>.</summary>
internal sealed class ShapesCriterionReader : ICriterionReader
{
    public string Kind => "shapes";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope)
    {
        if (scope.Shapes is { Count: 0 })
            fields.Errors.Add(fields.Place,
                new(
                    $"Question {scope.QuestionId} names no shapes for criterion {head.Id} to judge.",
                    $"Frage {scope.QuestionId} nennt keine Formen, die Kriterium {head.Id} beurteilen könnte."),
                new(
                    "Add 'shapes:' to the question, such as 'Q: [N_Q, d_k]'.",
                    "Fügen Sie der Frage „shapes:“ hinzu, etwa „Q: [N_Q, d_k]“."));
        var shared = ReadShared(fields, scope);
        return new ShapesCriterion
        {
            Id = head.Id,
            Maximum = head.Maximum,
            Text = head.Text,
            Shared = shared,
            AllEqual = ReadAllEqual(fields, head, shared),
            Levels = LevelReader.Read(fields.OptionalItems("levels"), head, fields.Errors),
            Contradicts = LevelReader.Phrases(fields.OptionalItems("contradicts"), fields.Errors),
        };
    }

    private static Points? ReadAllEqual(MappingReader fields, CriterionHead head, string? shared)
    {
        if (fields.Optional("all-equal") is not { } node || ValueReader.Points(node, fields.Errors) is not { } points)
            return null;
        if (shared is not null)
            fields.Errors.Add(node.Place,
                new("'all-equal' and 'shared' exclude each other.", "„all-equal“ und „shared“ schließen einander aus."),
                new(
                    "Keep 'all-equal' for the criterion that asks for all shapes.",
                    "Behalten Sie „all-equal“ bei dem Kriterium, das nach allen Formen fragt."));
        else if (points > head.Maximum)
            fields.Errors.Add(node.Place,
                ValueReader.AboveMaximum(points, head.Maximum, head.Id),
                new("Lower them.", "Senken Sie sie."));
        return points;
    }

    private static string? ReadShared(MappingReader fields, QuestionScope scope)
    {
        if (fields.Optional("shared") is not { } node || ValueReader.Text(node, "shared", fields.Errors) is not { } shared)
            return null;
        var symbols = (scope.Shapes ?? new Dictionary<string, MatrixShape>())
            .Values.SelectMany(shape => new[] { shape.Rows, shape.Columns }).ToList();
        if (symbols.Count > 0 && symbols.Count(s => s == shared.Value) < 2)
        {
            var several = symbols.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key);
            fields.Errors.Add(shared.Place,
                new(
                    $"The symbol '{shared.Value}' is not shared by two of the question's shapes.",
                    $"Das Zeichen „{shared.Value}“ kommt nicht in zwei Größen der Formen dieser Frage vor."),
                new($"Shared there: {string.Join(", ", several)}.", $"Gemeinsam sind dort: {string.Join(", ", several)}."));
        }
        return shared.Value;
    }
}
