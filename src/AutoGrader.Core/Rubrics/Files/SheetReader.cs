using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the top of a rubric file: the sheet and its questions.</summary>
internal static class SheetReader
{
    public const int MostQuestions = 100;

    private static readonly LocalizedText QuestionsRemedy =
        new(
            "Add 'questions:' and below it an item '- id: …' for every question.",
            "Fügen Sie „questions:“ hinzu und darunter einen Eintrag „- id: …“ für jede Frage.");

    /// <summary>Reads a sheet. What it returns counts only where there are no errors.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="budget">Pays for its computations.</param>
    /// <param name="errors">Takes the faults.</param>
    public static Rubric? Read(YamlNode root, WorkBudget budget, RubricErrorList errors)
    {
        if (MappingReader.Open(root, new("a rubric", "einem Bewertungsschema"), errors) is not { } fields)
            return null;
        var id = fields.Text("id",
            new("Write a short name, such as 'id: ivu-sheet-05'.", "Schreiben Sie einen kurzen Namen, etwa „id: ivu-sheet-05“."));
        if (id is not null && !IsName(id.Value))
            errors.Add(id.Place,
                new($"'{id.Value}' is no name for a rubric.", $"„{id.Value}“ ist kein Name für ein Bewertungsschema."),
                new(
                    "Use letters a to z, digits and hyphens, at most 64.",
                    "Verwenden Sie Buchstaben von a bis z, Ziffern und Bindestriche, höchstens 64."));
        var rubric = new Rubric
        {
            Id = id?.Value ?? "",
            Title = fields.Localized("title"),
            Course = fields.Localized("course"),
            Due = fields.Optional("due") is { } due ? ValueReader.Time(due, errors) : null,
            HandIn = fields.Optional("hand-in") is { } handIn ? HandInRulesReader.Read(handIn, errors) : new HandInRules(),
            ReviewBelow = fields.Number("review-below", 0, 1) ?? Rubric.DefaultReviewBelow,
            Questions = ReadQuestions(fields, DisclosureReader.Read(fields, Disclosure.Full), budget),
        };
        CheckTotal(fields, rubric.Questions);
        fields.Close();
        return rubric;
    }

    private static List<Question> ReadQuestions(MappingReader fields, Disclosure disclosure, WorkBudget budget)
    {
        var questions = new List<Question>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in fields.Items("questions", QuestionsRemedy))
        {
            if (questions.Count == MostQuestions)
            {
                fields.Errors.Add(node.Place,
                    new($"A sheet has at most {MostQuestions} questions.", $"Ein Blatt hat höchstens {MostQuestions} Fragen."),
                    new("Split the sheet.", "Teilen Sie das Blatt auf."));
                break;
            }
            if (QuestionReader.Read(node, questions, disclosure, budget, fields.Errors) is not { } question)
                continue;
            questions.Add(question);
            if (!lines.TryAdd(question.Id, node.Place.Line))
                fields.Errors.Add(node.Place,
                    new(
                        $"There are two questions '{question.Id}'; the first stands in line {lines[question.Id]}.",
                        $"Die Frage „{question.Id}“ gibt es zweimal; die erste steht in Zeile {lines[question.Id]}."),
                    new("Give each question its own id.", "Geben Sie jeder Frage ihre eigene „id“."));
        }
        return questions;
    }

    private static void CheckTotal(MappingReader fields, IReadOnlyList<Question> questions)
    {
        if (fields.Points("points") is not { } declared || !fields.Errors.IsEmpty)
            return;
        var sum = Points.Sum(questions.Select(q => q.Maximum));
        if (sum != declared)
        {
            fields.Errors.Add(
                fields.Optional("points")!.Place,
                new(
                    $"The sheet declares {declared} points, but its questions sum to {sum}.",
                    $"Das Blatt gibt {declared.In(Language.German)} Punkte an, seine Fragen ergeben aber {sum.In(Language.German)}."),
                new(
                    "Correct the points of a question or the sheet's total.",
                    "Berichtigen Sie die Punkte einer Frage oder die Summe des Blatts."));
        }
    }

    private static bool IsName(string text) => text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
