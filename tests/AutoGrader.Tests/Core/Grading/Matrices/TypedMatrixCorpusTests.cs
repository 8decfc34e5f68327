using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Matrices;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// Question 3.4 of the corpus (students.json, 30 invented students) as typed, graded by the rubric of sheet 5, against the true points.
/// </summary>
public sealed class TypedMatrixCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Typed_matrices_of_the_corpus_are_graded_without_silent_errors()
    {
        var question = ReadRubric().Questions.Single(q => q.Id == "3.4");
        var (all, exact, automatic) = (0, 0, 0);
        var silent = new List<string>();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            if (!student.GetProperty("answers").TryGetProperty("3.4", out var typed))
                continue;
            foreach (var score in Grade(question, typed.GetProperty("text").GetString()!))
            {
                var truth = Points.FromValue(typed.GetProperty("criteria").GetProperty(score.CriterionId).GetDecimal());
                all++;
                exact += score.Points == truth ? 1 : 0;
                automatic += score.NeedsReview ? 0 : 1;
                var line = $"{student.GetProperty("id").GetString()} {score.CriterionId} truth {truth} got {score.Points} "
                    + $"{score.Confidence:0.00} {score.Rationale.English}";
                if (score.Points != truth && !score.NeedsReview)
                    silent.Add(line);
                if (score.Points != truth || score.NeedsReview)
                    output.WriteLine(line);
            }
        }

        output.WriteLine($"{all} criteria, {exact} exact, {automatic} automatic, {silent.Count} silent errors");
        Assert.Empty(silent);
        Assert.True(exact >= all * 0.95, $"{exact} of {all} are exact.");
        Assert.True(automatic >= all * 0.85, $"{automatic} of {all} are automatic.");
    }

    private static IReadOnlyList<CriterionScore> Grade(Question question, string typed)
    {
        var answer = new Answer { QuestionId = "3.4", State = AnswerState.Found, Confidence = 1, Blocks = TypedMatrices.Blocks(typed) };
        return new MatrixCriterionGrader().Grade(question, question.Criteria, answer, WrittenAnswer.Context(answer));
    }

    private static Rubric ReadRubric()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
        return RubricReader.Read(File.ReadAllText(path), path).Version!.Rubric;
    }
}
