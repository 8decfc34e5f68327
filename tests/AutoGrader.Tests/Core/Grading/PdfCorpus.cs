using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>The reports of the corpus (PDF, eight toolchains) read, cut into answers and scored, beside the true points.</summary>
internal static class PdfCorpus
{
    private static readonly Lazy<IReadOnlyList<(string Student, string Toolchain, JsonElement Answers,
        AnswerDocument Document)>> Documents = new(Read);

    /// <summary>Scores every answered question that was found and can be read.</summary>
    public static IReadOnlyList<TypedCorpus.Row> Grade(string questionId)
    {
        var rows = new List<TypedCorpus.Row>();
        var rubric = TypedCorpus.Rubric with { Questions = [TypedCorpus.Question(questionId)] };
        foreach (var (student, toolchain, answers, document) in Documents.Value)
        {
            var answer = document.Answers.Single(a => a.QuestionId == questionId);
            if (!answers.TryGetProperty(questionId, out var typed))
                continue;
            var scores = RulesAlone.Grade(document with { Answers = [answer] }, rubric).Questions.Single().Criteria;
            rows.AddRange(scores.Select(score => new TypedCorpus.Row(
                $"{student} {toolchain} {answer.State} {answer.Confidence:0.00}",
                score,
                Points.FromValue(typed.GetProperty("criteria").GetProperty(score.CriterionId).GetDecimal()),
                answer.Text,
                typed.GetProperty("why").GetString()!)));
        }
        return rows;
    }

    private static List<(string, string, JsonElement, AnswerDocument)> Read()
    {
        var documents = new List<(string, string, JsonElement, AnswerDocument)>();
        using var students = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        foreach (var student in students.RootElement.EnumerateArray())
        {
            var pdf = File.ReadAllBytes(TestData.Path("corpus", "pdf", student.GetProperty("file_stem").GetString() + ".pdf"));
            if (PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content is { } content)
                documents.Add((student.GetProperty("id").GetString()!, student.GetProperty("toolchain").GetString()!,
                    student.GetProperty("answers").Clone(), AnswerLocator.Locate(content, TypedCorpus.Rubric)));
        }
        return documents;
    }
}
