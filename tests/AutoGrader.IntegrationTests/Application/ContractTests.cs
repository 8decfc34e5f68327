using System.Text.Json;

namespace AutoGrader.IntegrationTests.Application;

/// <summary><c>assessments.json</c> against the contract of architecture section 8: names, order and types of all properties.</summary>
public sealed class ContractTests(DevelopmentExport export)
{
    private const string Number = "Number", Text = "String", Flag = "Boolean", List = "Array", Nothing = "|Null";

    private static readonly (string, string)[] Submission =
    [
        ("participant", Text), ("name", Text + Nothing), ("uploaded", Text + Nothing), ("surname", Text + Nothing),
        ("matriculation", Text + Nothing),
        ("status", Text), ("reasons", List), ("notes", List), ("points", Number + Nothing), ("max", Number), ("questions", List),
    ];

    private static readonly (string, string)[] Note =
        [("kind", Text), ("page", Number), ("box", "Object" + Nothing), ("text", Text)];

    private static readonly (string, string)[] Hint = [.. Note, ("questions", List), ("others", List)];

    private static readonly (string, string)[] Box = [("x", Number), ("y", Number), ("width", Number), ("height", Number)];

    private static readonly (string, string)[] Question =
        [("id", Text), ("points", Number), ("max", Number), ("confidence", Number), ("needsReview", Flag), ("answer", Text),
            ("criteria", List), ("firstDivergence", "Object" + Nothing)];

    private static readonly (string, string)[] Criterion =
    [
        ("id", Text), ("points", Number), ("max", Number), ("confidence", Number), ("needsReview", Flag), ("verdict", Text),
        ("rationale", Text),
        ("carriedForward", Flag), ("mistake", Text + Nothing), ("evidence", List),
    ];

    private static readonly (string, string)[] Divergence =
        [("step", Text), ("shown", Flag), ("mistake", Text + Nothing), ("text", Text), ("entries", List)];

    private static readonly (string, string)[] DivergentEntry = [("row", Number), ("column", Number), ("text", Text), ("expected", Number)];

    private static readonly (string, string)[] Evidence =
        [("page", Number), ("x", Number), ("y", Number), ("width", Number), ("height", Number), ("text", Text)];

    [Fact]
    public void Every_object_has_exactly_the_properties_of_the_contract()
    {
        Assert.Equal(JsonValueKind.Array, export.Assessments.ValueKind);
        foreach (var submission in export.Assessments.EnumerateArray())
        {
            Check(submission, Submission);
            Assert.Contains(submission.GetProperty("status").GetString(), new[] { "graded", "needs_review", "not_graded", "unreadable" });
            foreach (var note in submission.GetProperty("notes").EnumerateArray())
            {
                Check(note, note.TryGetProperty("others", out _) ? Hint : Note);
                if (note.GetProperty("box") is { ValueKind: JsonValueKind.Object } box)
                    Check(box, Box);
            }

            foreach (var question in submission.GetProperty("questions").EnumerateArray())
            {
                Check(question, Question);
                foreach (var criterion in question.GetProperty("criteria").EnumerateArray())
                {
                    Check(criterion, Criterion);
                    foreach (var evidence in criterion.GetProperty("evidence").EnumerateArray())
                        Check(evidence, Evidence);
                }
            }
        }
    }

    [Fact]
    public void First_divergence_tells_step_and_entries_and_only_numeric_questions_have_one()
    {
        var found = export.Assessments.EnumerateArray().SelectMany(s => s.GetProperty("questions").EnumerateArray())
            .Where(q => q.GetProperty("firstDivergence").ValueKind == JsonValueKind.Object).ToList();

        Assert.NotEmpty(found);
        foreach (var question in found)
        {
            Assert.Equal("3.4", question.GetProperty("id").GetString());
            Check(question.GetProperty("firstDivergence"), Divergence);
            foreach (var entry in question.GetProperty("firstDivergence").GetProperty("entries").EnumerateArray())
                Check(entry, DivergentEntry);
        }
    }

    [Fact]
    public void Points_add_up_from_criteria_to_the_sheet()
    {
        foreach (var submission in export.Assessments.EnumerateArray()
            .Where(s => s.GetProperty("points").ValueKind == JsonValueKind.Number))
        {
            var questions = submission.GetProperty("questions").EnumerateArray().ToList();
            Assert.Equal(submission.GetProperty("points").GetDecimal(), questions.Sum(q => q.GetProperty("points").GetDecimal()));
            Assert.Equal(20m, questions.Sum(q => q.GetProperty("max").GetDecimal()));
            foreach (var question in questions)
                Assert.Equal(
                    question.GetProperty("points").GetDecimal(),
                    question.GetProperty("criteria").EnumerateArray().Sum(c => c.GetProperty("points").GetDecimal()));
        }
    }

    [Fact]
    public void Points_are_written_with_their_half() =>
        Assert.Contains("\"max\": 20.0", File.ReadAllText(Path.Combine(export.Out, "assessments.json")), StringComparison.Ordinal);

    private static void Check(JsonElement element, (string Name, string Kind)[] contract)
    {
        Assert.Equal(contract.Select(c => c.Name), element.EnumerateObject().Select(p => p.Name));
        foreach (var (name, kind) in contract)
        {
            var actual = element.GetProperty(name).ValueKind;
            Assert.Contains(actual is JsonValueKind.True or JsonValueKind.False ? Flag : actual.ToString(), kind.Split('|'));
        }
    }
}
