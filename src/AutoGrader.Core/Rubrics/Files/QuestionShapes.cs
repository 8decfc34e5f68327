namespace AutoGrader.Core.Rubrics.Files;

/// <summary>The shapes that a question asks for or builds on.</summary>
/// <param name="From">The question they are taken from; <c>null</c> where they are its own, or there are none.</param>
/// <param name="Shapes">The shapes by matrix; <c>null</c> where they could not be read.</param>
/// <param name="RowsAre">What a row of each matrix is called.</param>
internal sealed record QuestionShapes(
    string? From, IReadOnlyDictionary<string, MatrixShape>? Shapes, IReadOnlyDictionary<string, Phrase> RowsAre)
{
    /// <summary>Reads <c>shapes</c> with <c>rows-are</c>, or <c>shapes-from</c>.</summary>
    /// <param name="fields">The question.</param>
    /// <param name="before">The questions above it.</param>
    public static QuestionShapes Read(MappingReader fields, IReadOnlyList<Question> before)
    {
        var own = fields.Optional("shapes");
        var shapes = own is null ? new OrderedDictionary<string, MatrixShape>() : ShapesReader.Read(own, fields.Errors);
        var rows = ReadRows(fields, shapes);
        if (fields.Optional("shapes-from") is not { } node || ValueReader.Text(node, "shapes-from", fields.Errors) is not { } from)
            return new QuestionShapes(null, shapes, rows);
        if (own is not null)
            fields.Errors.Add(node.Place,
                new("'shapes' and 'shapes-from' exclude each other.", "„shapes“ und „shapes-from“ schließen einander aus."),
                new("Keep one of them.", "Behalten Sie einen davon."));
        var source = before.FirstOrDefault(q => q.Id == from.Value && q.Shapes.Count > 0 && q.ShapesFrom is null);
        // Where the shapes themselves could not be read, that was said.
        if (source is null && !before.Any(q => q.Id == from.Value && q.Criteria.Any(c => c is ShapesCriterion)))
            fields.Errors.Add(from.Place,
                new($"No question '{from.Value}' with shapes stands above.", $"Darüber steht keine Frage „{from.Value}“ mit Formen."),
                new("Name the question that asks for the shapes.", "Nennen Sie die Frage, die nach den Formen fragt."));
        return new QuestionShapes(from.Value, source?.Shapes, source?.RowsAre ?? rows);
    }

    private static Dictionary<string, Phrase> ReadRows(MappingReader fields, OrderedDictionary<string, MatrixShape>? shapes)
    {
        var rows = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        if (fields.Optional("rows-are") is not { } node)
            return rows;
        if (MappingReader.Open(node, new("the names of rows", "den Namen der Zeilen"), fields.Errors) is not { } names)
            return rows;
        foreach (var matrix in (shapes ?? []).Keys)
            if (names.Optional(matrix) is { } value && LevelReader.Names([value], fields.Errors) is [var phrase])
                rows[matrix] = phrase;
        if (shapes is not null)
            names.Close();
        return rows;
    }
}
