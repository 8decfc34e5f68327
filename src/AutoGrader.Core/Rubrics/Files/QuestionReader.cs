using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads a question with everything below it.</summary>
internal static class QuestionReader
{
    /// <param name="node">The question.</param>
    /// <param name="before">The questions above it, which it may build on.</param>
    /// <param name="disclosure">How much of the sheet students are told.</param>
    /// <param name="budget">Pays for its computation.</param>
    /// <param name="errors">Takes the faults.</param>
    public static Question? Read(
        YamlNode node, IReadOnlyList<Question> before, Disclosure disclosure, WorkBudget budget, RubricErrorList errors)
    {
        if (MappingReader.Open(node, new("a question", "einer Frage"), errors) is not { } fields)
            return null;
        var id = ReadId(fields);
        var declared = fields.Points("points");
        var title = fields.Localized("title");
        var text = fields.Localized("text");
        var solution = fields.Optional("solution") is { } solutionNode ? ValueReader.Text(solutionNode, "solution", errors) : null;
        var items = fields.Whole("items-asked", 1, 100);
        var otherItems = LevelReader.Names(fields.OptionalItems("other-items"), errors);
        var shapes = QuestionShapes.Read(fields, before);
        var computation = fields.Optional("computation") is { } numbers ? ComputationReader.Read(numbers, budget, errors) : null;
        var told = DisclosureReader.Read(fields, disclosure);
        var scope = new QuestionScope(id, [.. computation?.Computation.Steps.Select(s => s.Name) ?? []], shapes.Shapes, items, told);
        var criteria = CriterionReaders.ReadAll(fields, scope);
        computation?.CheckMistakePoints(criteria, errors);
        CheckSum(fields, id, declared, criteria);
        fields.Close();
        return new Question
        {
            Id = id,
            Title = title,
            Text = text,
            Solution = solution?.Value.Trim(),
            Criteria = [.. criteria.OfType<Criterion>()],
            Computation = computation?.Computation,
            Shapes = shapes.Shapes ?? new Dictionary<string, MatrixShape>(),
            RowsAre = shapes.RowsAre,
            ShapesFrom = shapes.From,
            ItemsAsked = items,
            OtherItems = otherItems,
        };
    }

    private static string ReadId(MappingReader fields)
    {
        if (fields.Text("id",
            new(
                "Write the number as printed on the sheet, in quotes, such as \"1.1\".",
                "Schreiben Sie die Nummer wie auf dem Blatt, in Anführungszeichen, etwa \"1.1\".")) is not { } id)
            return "";
        if (!id.Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') || !char.IsAsciiDigit(id.Value[^1]) || id.Value.Length > 12)
            fields.Errors.Add(id.Place, new($"'{id.Value}' is no number of a question.", $"„{id.Value}“ ist keine Nummer einer Frage."),
                new(
                    "Use digits, letters and points, ending with a digit, such as \"1.1\".",
                    "Verwenden Sie Ziffern, Buchstaben und Punkte, am Ende eine Ziffer, etwa \"1.1\"."));
        return id.Value;
    }

    private static void CheckSum(MappingReader fields, string id, Points? declared, IReadOnlyList<Criterion?> criteria)
    {
        // With a criterion that could not be read the sum means nothing.
        if (declared is null || criteria.Count == 0 || criteria.Any(c => c is null))
            return;
        var sum = Points.Sum(criteria.Select(c => c!.Maximum));
        if (sum != declared)
        {
            fields.Errors.Add(
                fields.Optional("points")!.Place,
                new(
                    $"Question {id} declares {declared} points, but its criteria sum to {sum}.",
                    $"Frage {id} gibt {declared.Value.In(Language.German)} Punkte an, ihre Kriterien ergeben "
                        + $"aber {sum.In(Language.German)}."),
                new(
                    "Correct the points of a criterion or of the question.",
                    "Berichtigen Sie die Punkte eines Kriteriums oder der Frage."));
        }
    }
}
