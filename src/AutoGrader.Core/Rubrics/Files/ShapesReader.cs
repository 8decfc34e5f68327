namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the symbolic shapes of a question: <c>Q: [N_Q, d_k]</c>.</summary>
internal static class ShapesReader
{
    /// <summary>The shapes by matrix; <c>null</c> where there is an error.</summary>
    public static OrderedDictionary<string, MatrixShape>? Read(YamlNode node, RubricErrorList errors)
    {
        var shapes = new OrderedDictionary<string, MatrixShape>(StringComparer.Ordinal);
        if (node is not YamlMap { Entries.Count: > 0 } map)
        {
            errors.Add(node.Place,
                new(
                    "The shapes are expected here, one line for each matrix.",
                    "Hier werden die Formen erwartet, eine Zeile für jede Matrix."),
                new("Write them as 'Q: [N_Q, d_k]'.", "Schreiben Sie sie als „Q: [N_Q, d_k]“."));
            return null;
        }
        foreach (var (key, value) in map.Entries)
        {
            var sizes = ValueReader.Texts(ValueReader.Items(value, null, errors), new("a shape", "Form"), errors);
            if (sizes.Count == 2)
                shapes[key.Value] = new MatrixShape(sizes[0].Value, sizes[1].Value);
            else
                errors.Add(value.Place,
                    new(
                        $"The shape of {key.Value} needs the symbol of its rows and of its columns.",
                        $"Die Form von {key.Value} braucht das Zeichen für die Zeilen und das für die Spalten."),
                    new($"Write it as '{key.Value}: [rows, columns]'.", $"Schreiben Sie sie als „{key.Value}: [Zeilen, Spalten]“."));
        }
        return shapes.Count == map.Entries.Count ? shapes : null;
    }
}
