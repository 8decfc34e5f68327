using System.Globalization;
using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Concepts;

/// <summary>
/// Concept criteria on the typed answers of the corpus (students.json, 30 invented students) against their true points. Phrases were
/// refined while looking at the students with odd numbers only; the others are the honest half.
/// </summary>
public sealed class TypedCorpusTests(ITestOutputHelper output)
{
    private sealed record Row(string Student, CriterionScore Score, Points Truth)
    {
        public bool IsRight => Score.Points == Truth;

        public bool IsSilentError => !IsRight && !Score.NeedsReview;

        public bool IsHonestHalf => int.Parse(Student[1..], CultureInfo.InvariantCulture) % 2 == 0;
    }

    [Fact]
    public void Concepts_of_the_corpus_are_decided_rarely_wrong()
    {
        var rows = Grade().ToList();
        Report("all", rows);
        Report("refined on", [.. rows.Where(r => !r.IsHonestHalf)]);
        Report("other half", [.. rows.Where(r => r.IsHonestHalf)]);
        foreach (var criterion in rows.GroupBy(r => r.Score.CriterionId))
            Report(criterion.Key, [.. criterion]);
        foreach (var basis in rows.GroupBy(r => r.Score.Confidence).OrderByDescending(g => g.Key))
            Report($"confidence {basis.Key}", [.. basis]);

        var automatic = rows.Count(r => !r.Score.NeedsReview);
        Assert.True(rows.Count(r => r.IsSilentError) <= 0.02 * automatic, "More than 2 % of what is decided automatically is wrong.");
        Assert.True(automatic >= 0.6 * rows.Count, "Less than 60 % is decided automatically.");
        Assert.True(rows.Count(r => r.IsRight) >= 0.85 * rows.Count, "Less than 85 % of the suggestions are right.");
    }

    private void Report(string name, List<Row> rows)
    {
        if (rows.Count == 0)
            return;
        var automatic = rows.Count(r => !r.Score.NeedsReview);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-36} n {rows.Count,4}  exact {100.0 * rows.Count(r => r.IsRight) / rows.Count,5:0.0} %  "
                + $"automatic {100.0 * automatic / rows.Count,5:0.0} %  silent errors {rows.Count(r => r.IsSilentError)}"));
    }

    private static IEnumerable<Row> Grade()
    {
        var rubric = ReadRubric();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            var document = DocumentOf(student, rubric);
            var assessment = RulesAlone.Grade(document, rubric);
            foreach (var question in assessment.Questions)
            {
                var criteria = rubric.Questions.Single(q => q.Id == question.QuestionId).Criteria;
                var concepts = criteria.OfType<ConceptCriterion>().Select(c => c.Id).ToHashSet();
                foreach (var score in question.Criteria.Where(c => concepts.Contains(c.CriterionId)))
                {
                    var truth = student.GetProperty("answers").TryGetProperty(question.QuestionId, out var typed)
                        ? Points.FromValue(typed.GetProperty("criteria").GetProperty(score.CriterionId).GetDecimal())
                        : Points.Zero;
                    yield return new Row(student.GetProperty("id").GetString()!, score, truth);
                }
            }
        }
    }

    private static AnswerDocument DocumentOf(JsonElement student, Rubric rubric) => new()
    {
        Language = student.GetProperty("language").GetString() == "de" ? Language.German : Language.English,
        Pages = [new PageSize(595, 842)],
        Answers = [.. rubric.Questions.Select(q => AnswerOf(q.Id, student))],
    };

    private static Answer AnswerOf(string question, JsonElement student) => MarkdownAnswer.Read(
        question, student.GetProperty("answers").TryGetProperty(question, out var typed) ? typed.GetProperty("text").GetString() : null);

    private static Rubric ReadRubric()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
        var result = RubricReader.Read(File.ReadAllText(path), path);
        return result.Version?.Rubric ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
