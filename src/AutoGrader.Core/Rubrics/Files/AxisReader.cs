namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>axis</c>.</summary>
internal sealed class AxisReader : ICriterionReader
{
    public string Kind => "axis";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope)
    {
        var rows = ReadMatrix(fields, "rows", scope);
        var columns = ReadMatrix(fields, "columns", scope);
        var over = ReadMatrix(fields, "sums-over", scope);
        if (rows.Length > 0 && rows == columns)
            fields.Errors.Add(fields.Place,
                new(
                    "Rows and columns belong to the same matrix, so that no answer tells them apart.",
                    "Zeilen und Spalten gehören zur selben Matrix, sodass keine Antwort sie unterscheiden kann."),
                new("Name two matrices.", "Nennen Sie zwei Matrizen."));
        else if (over.Length > 0 && over != rows && over != columns)
            fields.Errors.Add(fields.Place,
                new($"'sums-over' is '{over}'.", $"„sums-over“ ist „{over}“."),
                new($"Write {rows} or {columns}.", $"Schreiben Sie {rows} oder {columns}."));
        return new AxisCriterion
        {
            Id = head.Id,
            Maximum = head.Maximum,
            Text = head.Text,
            Rows = rows,
            Columns = columns,
            SumsOver = over,
            Instead = LevelReader.Phrases(fields.OptionalItems("instead"), fields.Errors),
        };
    }

    private static string ReadMatrix(MappingReader fields, string key, QuestionScope scope)
    {
        if (fields.Text(key,
            new(
                "Name a matrix of the question's shapes, such as Q.",
                "Nennen Sie eine Matrix aus den Formen der Frage, etwa Q.")) is not { } name)
            return "";
        if (scope.Shapes is { } shapes && !shapes.ContainsKey(name.Value))
            fields.Errors.Add(name.Place,
                new(
                    $"Question {scope.QuestionId} has no shape of '{name.Value}'.",
                    $"Frage {scope.QuestionId} hat keine Form von „{name.Value}“."),
                shapes.Count > 0 ? Spelling.Suggest(name.Value, [.. shapes.Keys])
                    : new(
                        "Add 'shapes:' or 'shapes-from:' to the question.",
                        "Fügen Sie der Frage „shapes:“ oder „shapes-from:“ hinzu."));
        return name.Value;
    }
}
