using System.Globalization;
using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>The typed answers of the corpus (students.json, 30 invented students) beside what a grader makes of them.</summary>
internal static class TypedCorpus
{
    public sealed record Row(string Student, CriterionScore Score, Points Truth, string Answer, string Why)
    {
        public bool IsRight => Score.Points == Truth;

        public bool IsDecided => !Score.NeedsReview;
    }

    public static Rubric Rubric { get; } = RubricReader.Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")),
        "ivu-sheet-05.yaml").Version!.Rubric;

    public static Question Question(string id) => Rubric.Questions.Single(q => q.Id == id);

    /// <summary>Scores every answer to a question.</summary>
    public static IReadOnlyList<Row> Grade(string questionId)
    {
        var rows = new List<Row>();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            if (!student.GetProperty("answers").TryGetProperty(questionId, out var typed))
                continue;
            var text = typed.GetProperty("text").GetString()!;
            rows.AddRange(Score(questionId, text).Select(score => new Row(
                student.GetProperty("id").GetString()!,
                score,
                Points.FromValue(typed.GetProperty("criteria").GetProperty(score.CriterionId).GetDecimal()),
                text,
                typed.GetProperty("why").GetString()!)));
        }
        return rows;
    }

    /// <summary>Scores one answer, typed in Markdown with LaTeX.</summary>
    public static IReadOnlyList<CriterionScore> Score(string questionId, string typed) => Score(questionId, MarkdownAnswer.Blocks(typed));

    /// <summary>Scores one answer, given as the reader gives it.</summary>
    public static IReadOnlyList<CriterionScore> Score(string questionId, IReadOnlyList<ReportBlock> blocks)
    {
        var answer = new Answer { QuestionId = questionId, State = AnswerState.Found, Confidence = 1, Blocks = blocks };
        var rubric = Rubric with { Questions = [Question(questionId)] };
        var document = new AnswerDocument { Language = Language.English, Pages = [new PageSize(595, 842)], Answers = [answer] };
        return RulesAlone.Grade(document, rubric).Questions.Single().Criteria;
    }

    /// <summary>One line of figures for each criterion and one for every row that is not right or not decided.</summary>
    public static IEnumerable<string> Report(IReadOnlyList<Row> rows)
    {
        foreach (var criterion in rows.GroupBy(r => r.Score.CriterionId))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{criterion.Key}: {criterion.Count()} answers, exact {criterion.Count(r => r.IsRight)}, "
                    + $"decided {criterion.Count(r => r.IsDecided)}, silent errors {criterion.Count(r => r.IsDecided && !r.IsRight)}");
        }
        foreach (var row in rows.Where(r => !r.IsRight || !r.IsDecided))
        {
            var mark = row.IsRight ? "     " : row.IsDecided ? "WRONG" : "wrong";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{mark} {row.Student} {row.Score.CriterionId} truth {row.Truth} got {row.Score.Points} ({row.Score.Confidence:0.00}) "
                    + $"{row.Score.Rationale.English} <- {row.Answer.ReplaceLineEndings(" / ")}");
        }
    }
}
