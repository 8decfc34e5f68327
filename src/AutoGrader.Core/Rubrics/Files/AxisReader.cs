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
            fields.Errors.Add(fields.Place, "Rows and columns belong to the same matrix, so that no answer tells them apart.",
                "Name two matrices.");
        else if (over.Length > 0 && over != rows && over != columns)
            fields.Errors.Add(fields.Place, $"'sums-over' is '{over}'.", $"Write {rows} or {columns}.");
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
        if (fields.Text(key, "Name a matrix of the question's shapes, such as Q.") is not { } name)
            return "";
        if (scope.Shapes is { } shapes && !shapes.ContainsKey(name.Value))
            fields.Errors.Add(name.Place, $"Question {scope.QuestionId} has no shape of '{name.Value}'.",
                shapes.Count > 0 ? Spelling.Suggest(name.Value, [.. shapes.Keys])
                    : "Add 'shapes:' or 'shapes-from:' to the question.");
        return name.Value;
    }
}
