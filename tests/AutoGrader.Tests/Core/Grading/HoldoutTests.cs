using System.Globalization;
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

    [Fact]
    public void Short_answers_that_use_the_right_words_wrongly_are_hardly_ever_decided_wrongly()
    {
        // The wrong ones outnumber what students write by far, so a few errors are no measure of the grader in use.
        const int Known = 3;
        var decided = File.ReadLines(TestData.Path("holdout", "short-answers.txt"))
            .Select(l => l.Split('|'))
            .SelectMany(f => f[1].Split(' ').Select(p => (Points: Points.FromValue(Value(p[1..])), Score: Score(f, f[0] + p[0]))))
            .Where(r => !r.Score.NeedsReview)
            .ToList();

        Assert.True(decided.Count > 90);
        Assert.True(decided.Count(r => r.Score.Points != r.Points) <= Known);

        static decimal Value(string points) => decimal.Parse(points, CultureInfo.InvariantCulture);
        static CriterionScore Score(string[] fields, string criterion) =>
            TypedCorpus.Score(fields[0], fields[2]).Single(s => s.CriterionId == criterion);
    }

    private static IEnumerable<(string Stem, CriterionScore Score, Points Truth)> Scores(Report report) =>
        from question in RulesAlone.Grade(report.Document, TypedCorpus.Rubric).Questions
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
