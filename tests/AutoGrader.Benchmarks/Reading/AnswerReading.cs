using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core.Reading;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>The answer to one question as read beside the typed one.</summary>
/// <param name="Report">The report it stands in.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Typed">The typed answer; <c>null</c> where there is none.</param>
/// <param name="Read">The answer as read; <c>null</c> where the report could not be opened.</param>
/// <param name="Overlap">Typed against read tokens.</param>
internal sealed record AnswerReading(ReportReading Report, string QuestionId, string? Typed, Answer? Read, TokenOverlap Overlap)
{
    public bool IsAnswered => Typed is not null;

    public bool IsFound => Read?.State == AnswerState.Found;

    public bool IsReportedMissing => Read?.State == AnswerState.Missing;

    /// <summary>The F1 of an answered question; 0 where no answer was found.</summary>
    public double F1 => IsFound ? Overlap.F1 : 0;

    /// <summary>Typed words that are not among the read ones: lost, torn or with wrong letters.</summary>
    public IEnumerable<string> BrokenWords => IsFound ? Overlap.Missing.Where(TextTokens.IsWord) : [];

    public static AnswerReading Of(ReportReading report, string question)
    {
        var typed = report.Student.Answers.GetValueOrDefault(question);
        var read = report.Document?.Answers.Single(a => a.QuestionId == question);
        var overlap = TokenOverlap.Of(TextTokens.Of(TypedText.Plain(typed ?? "")), TextTokens.Of(read?.Text ?? ""));
        return new AnswerReading(report, question, typed, read, overlap);
    }

    /// <summary>The matrices of a question to be calculated.</summary>
    public MatrixCheck Matrices => MatrixCheck.Of(Typed ?? "", Read);
}
