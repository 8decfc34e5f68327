namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>list</c>.</summary>
internal sealed class ListReader : ICriterionReader
{
    public string Kind => "list";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope)
    {
        var size = ReadSize(fields, scope);
        var names = LevelReader.Names(fields.OptionalItems("names"), fields.Errors);
        if (size is null && names.Count == 0)
            fields.Errors.Add(fields.Place,
                new(
                    $"Criterion {head.Id} names nothing that could be listed.",
                    $"Kriterium {head.Id} nennt nichts, was aufgezählt werden könnte."),
                new("Add 'size:' or 'names:'.", "Fügen Sie „size:“ oder „names:“ hinzu."));
        if (scope.ItemsAsked is null)
            fields.Errors.Add(fields.Place,
                new(
                    $"Question {scope.QuestionId} does not say how many items it asks for.",
                    $"Frage {scope.QuestionId} sagt nicht, nach wie vielen Punkten einer Liste sie fragt."),
                new("Add 'items-asked:' to the question.", "Fügen Sie der Frage „items-asked:“ hinzu."));
        return new ListCriterion { Id = head.Id, Maximum = head.Maximum, Text = head.Text, Size = size, Names = names };
    }

    private static string? ReadSize(MappingReader fields, QuestionScope scope)
    {
        if (fields.Optional("size") is not { } node || ValueReader.Text(node, "size", fields.Errors) is not { } size)
            return null;
        var symbols = scope.Shapes?.Values.SelectMany(s => new[] { s.Rows, s.Columns }).Distinct().ToList();
        if (symbols is not null && !symbols.Contains(size.Value))
            fields.Errors.Add(size.Place,
                new(
                    $"'{size.Value}' is no size of the question's shapes.",
                    $"„{size.Value}“ ist keine Größe der Formen dieser Frage."),
                symbols.Count > 0
                    ? Spelling.Suggest(size.Value, symbols)
                    : new("Add 'shapes:' or 'shapes-from:' to the question.", "Fügen Sie der Frage „shapes:“ oder „shapes-from:“ hinzu."));
        return size.Value;
    }
}
