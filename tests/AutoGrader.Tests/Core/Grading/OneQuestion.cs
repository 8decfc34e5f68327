using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>One answer to a question of the sheet, with what the student answered to 3.1 beside it.</summary>
internal static class OneQuestion
{
    /// <summary>Points of each criterion, with a question mark where a person decides.</summary>
    public static string Grade(string question, string typed, string? shapes = null) => string.Join(' ', Score(question, typed, shapes)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Points}{(s.NeedsReview ? "?" : "")}")));

    public static IReadOnlyList<CriterionScore> Score(string question, string typed, string? shapes = null)
    {
        var document = new AnswerDocument
        {
            Language = Language.English,
            Pages = [new PageSize(595, 842)],
            Answers = [.. TypedCorpus.Rubric.Questions.Select(q => MarkdownAnswer.Read(
                q.Id, q.Id == question ? typed : q.Id == "3.1" ? shapes : null))],
        };
        return SubmissionGrader.Grade(document, TypedCorpus.Rubric).Questions.Single(q => q.QuestionId == question).Criteria;
    }
}
