using System.Text.Json;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// Reads short answers from JSON lines: <c>question</c> and <c>answer</c>; for the graded ones <c>points</c>, an object by criterion, or a
/// number (with <c>criterion</c>, where a question has several); optional <c>student</c>, <c>language</c> and <c>reference</c> (<c>true</c>
/// for the question's model answer). Other keys are ignored. Takes text, not paths.
/// </summary>
public static class AnswerLines
{
    internal static readonly LocalizedText Remedy =
        new(
            "How such a line is written is explained under 'Graded answers' in rubrics/README.md.",
            "Wie eine solche Zeile geschrieben wird, steht unter „Graded answers“ in rubrics/README.md.");

    /// <summary>Reads a file.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="fileName">Named in the errors.</param>
    /// <returns>The lines, or what is wrong with the file; never both.</returns>
    public static (IReadOnlyList<AnswerLine> Lines, IReadOnlyList<RubricError> Errors) Read(string source, string fileName)
    {
        var lines = new List<AnswerLine>();
        var errors = new List<RubricError>();
        var number = 0;
        foreach (var line in source.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                lines.Add(ReadLine(json.RootElement, number));
            }
            catch (LineException fault)
            {
                errors.Add(new RubricError(fileName, number, 1, fault.Fault, Remedy));
            }
            catch (JsonException fault)
            {
                var message = new LocalizedText(
                    fault.Message, $"Das ist kein gültiges JSON. Der Leser meldet auf Englisch: {fault.Message}");
                errors.Add(new RubricError(fileName, number, 1, message, Remedy));
            }
        }

        return errors.Count > 0 ? ([], errors) : (lines, []);
    }

    private static AnswerLine ReadLine(JsonElement json, int number)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new LineException(
                new(
                    "A line must be a JSON object such as {\"question\": \"1.1\", \"answer\": \"...\"}.",
                    "Eine Zeile muss ein JSON-Objekt sein wie {\"question\": \"1.1\", \"answer\": \"...\"}."));
        var question = Text(json, "question") ?? throw new LineException(
            new("The key 'question' is missing.", "Der Schlüssel „question“ fehlt."));
        var criterion = Text(json, "criterion");
        return new AnswerLine
        {
            Line = number,
            QuestionId = question,
            Text = Text(json, "answer") ?? throw new LineException(
                new("The key 'answer' is missing.", "Der Schlüssel „answer“ fehlt.")),
            Criterion = criterion,
            Points = json.TryGetProperty("points", out var points) ? ReadPoints(points, criterion ?? question) : NoPoints,
            Student = Text(json, "student"),
            Language = Text(json, "language"),
            IsReference = json.TryGetProperty("reference", out var reference) && reference.ValueKind == JsonValueKind.True,
        };
    }

    private static readonly Dictionary<string, decimal> NoPoints = [];

    private static Dictionary<string, decimal> ReadPoints(JsonElement points, string criterion) => points.ValueKind switch
    {
        JsonValueKind.Null => NoPoints,
        JsonValueKind.Number => new() { [criterion] = Number(points) },
        JsonValueKind.Object => points.EnumerateObject().ToDictionary(p => p.Name, p => Number(p.Value), StringComparer.Ordinal),
        _ => throw new LineException(
            new(
                "'points' must be a number, or an object with a number for each criterion.",
                "„points“ muss eine Zahl sein oder ein Objekt mit einer Zahl je Kriterium.")),
    };

    private static decimal Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
        ? number
        : throw new LineException(new("Points must be numbers.", "Punkte müssen Zahlen sein."));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => null,
        _ => throw new LineException(new($"'{name}' must be a text.", $"„{name}“ muss ein Text sein.")),
    } : null;

    private sealed class LineException(LocalizedText fault) : Exception(fault.English)
    {
        public LocalizedText Fault => fault;
    }
}
