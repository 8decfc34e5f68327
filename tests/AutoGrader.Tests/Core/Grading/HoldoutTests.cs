using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>Reports of students for whom nothing was developed (tests/Data/holdout), from the PDF to the points.</summary>
public sealed class HoldoutTests(ITestOutputHelper output)
{
    private const double Sure = 0.8;
    private const double FewestDecided = 0.65;

    private sealed record Report(string Stem, JsonElement Answers, AnswerDocument Document);

    private static readonly Lazy<IReadOnlyList<Report>> Reports = new(Read);

    [Fact]
    public void Every_answered_question_is_found_or_doubted_and_none_is_invented()
    {
        var faults = from report in Reports.Value
                     from answer in report.Document.Answers
                     let isAnswered = report.Answers.TryGetProperty(answer.QuestionId, out _)
                     where isAnswered != (answer.State == AnswerState.Found) && answer.Confidence >= Sure
                     select $"{report.Stem} {answer.QuestionId} {answer.State} {answer.Confidence}";

        Assert.Empty(faults);
    }

    [Fact]
    public void No_point_is_decided_wrongly()
    {
        var scores = Reports.Value.SelectMany(Scores).ToList();
        foreach (var (stem, score, truth) in scores.Where(s => s.Score.Points != s.Truth))
            output.WriteLine($"{stem} {score.CriterionId} {score.Points} for {truth} {(score.NeedsReview ? "to review" : "decided")}");

        Assert.DoesNotContain(scores, s => !s.Score.NeedsReview && s.Score.Points != s.Truth);
        Assert.True(scores.Count(s => !s.Score.NeedsReview) >= FewestDecided * scores.Count);
    }

    private static IEnumerable<(string Stem, CriterionScore Score, Points Truth)> Scores(Report report) =>
        from question in SubmissionGrader.Grade(report.Document, TypedCorpus.Rubric).Questions
        where report.Answers.TryGetProperty(question.QuestionId, out _)
        let criteria = report.Answers.GetProperty(question.QuestionId).GetProperty("criteria")
        from score in question.Criteria
        select (report.Stem, score, Points.FromValue(criteria.GetProperty(score.CriterionId).GetDecimal()));

    private static List<Report> Read()
    {
        var reports = new List<Report>();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("holdout", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            var stem = student.GetProperty("file_stem").GetString()!;
            var pdf = File.ReadAllBytes(TestData.Path("holdout", "pdf", stem + ".pdf"));
            var content = PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content;
            Assert.NotNull(content);
            reports.Add(new Report(stem, student.GetProperty("answers").Clone(), AnswerLocator.Locate(content, TypedCorpus.Rubric)));
        }

        return reports;
    }
}
