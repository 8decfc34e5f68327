using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the top of a rubric file: the sheet and its questions.</summary>
internal static class SheetReader
{
    public const int MostQuestions = 100;

    private const string QuestionsRemedy = "Add 'questions:' and below it an item '- id: …' for every question.";

    /// <summary>Reads a sheet. What it returns counts only where there are no errors.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="budget">Pays for its computations.</param>
    /// <param name="errors">Takes the faults.</param>
    public static Rubric? Read(YamlNode root, WorkBudget budget, RubricErrorList errors)
    {
        if (MappingReader.Open(root, "a rubric", errors) is not { } fields)
            return null;
        var id = fields.Text("id", "Write a short name, such as 'id: ivu-sheet-05'.");
        if (id is not null && !IsName(id.Value))
            errors.Add(id.Place, $"'{id.Value}' is no name for a rubric.", "Use letters a to z, digits and hyphens, at most 64.");
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
                fields.Errors.Add(node.Place, $"A sheet has at most {MostQuestions} questions.", "Split the sheet.");
                break;
            }
            if (QuestionReader.Read(node, questions, disclosure, budget, fields.Errors) is not { } question)
                continue;
            questions.Add(question);
            if (!lines.TryAdd(question.Id, node.Place.Line))
                fields.Errors.Add(node.Place, $"There are two questions '{question.Id}'; the first stands in line {lines[question.Id]}.",
                    "Give each question its own id.");
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
                $"The sheet declares {declared} points, but its questions sum to {sum}.",
                "Correct the points of a question or the sheet's total.");
        }
    }

    private static bool IsName(string text) => text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
