using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// Question 3.4 of the corpus, read from the PDFs of all toolchains, located and graded: the whole way against the true points.
/// </summary>
public sealed class ReadMatrixCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Matrices_of_the_reports_are_graded_without_silent_errors()
    {
        var rubric = ReadRubric();
        var (all, exact, automatic) = (0, 0, 0);
        var silent = new List<string>();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            if (!student.GetProperty("answers").TryGetProperty("3.4", out var typed) || Grade(student, rubric) is not { } scores)
                continue;
            foreach (var score in scores)
            {
                var truth = Points.FromValue(typed.GetProperty("criteria").GetProperty(score.CriterionId).GetDecimal());
                all++;
                exact += score.Points == truth ? 1 : 0;
                automatic += score.NeedsReview ? 0 : 1;
                var line = $"{student.GetProperty("id").GetString()} {student.GetProperty("toolchain").GetString()} {score.CriterionId} "
                    + $"truth {truth} got {score.Points} {score.Confidence:0.00} {score.Rationale.English}";
                if (score.Points != truth && !score.NeedsReview)
                    silent.Add(line);
                if (score.Points != truth || score.NeedsReview)
                    output.WriteLine(line);
            }
        }

        output.WriteLine($"{all} criteria, {exact} exact, {automatic} automatic, {silent.Count} silent errors");
        Assert.Empty(silent);
    }

    private static IReadOnlyList<CriterionScore>? Grade(JsonElement student, Rubric rubric)
    {
        var path = Directory.EnumerateFiles(
            TestData.Path("corpus", "pdf"), $"*{student.GetProperty("matriculation").GetString()}.pdf").Single();
        var reading = PdfReportReader.Read(File.ReadAllBytes(path), new PdfReadLimits(), TestContext.Current.CancellationToken);
        if (reading.Content is null)
            return null;
        var document = AnswerLocator.Locate(reading.Content, rubric);
        return RulesAlone.Grade(document, rubric).Questions.Single(q => q.QuestionId == "3.4").Criteria;
    }

    private static Rubric ReadRubric()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
        return RubricReader.Read(File.ReadAllText(path), path).Version!.Rubric;
    }
}
