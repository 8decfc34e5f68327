using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Grading;

/// <summary>From a reading to scores, people's decisions applied: the same for grading and for looking ahead. Pure.</summary>
internal static class ScoreReport
{
    /// <summary>The answers of a reading.</summary>
    /// <returns><c>null</c> where nothing was read and nothing was decided: then there is nothing to score.</returns>
    public static AnswerDocument? Locate(ReportContent? content, Reason? reason, Decisions decisions, Rubric rubric, Language language) =>
        LocatedAnswers.Of(content, reason, rubric) ?? (decisions.HasPoints ? NothingRead(content, rubric, language) : null);

    /// <summary>Scores a report.</summary>
    public static Assessment Score(AnswerDocument document, Decisions decisions, Rubric rubric, ScoringModel model) =>
        decisions.Apply(SubmissionGrader.Grade(document, rubric, model));

    private static AnswerDocument NothingRead(ReportContent? content, Rubric rubric, Language language) => new()
    {
        Answers = [.. rubric.Questions.Select(
            q => new Answer { QuestionId = q.Id, State = AnswerState.Unreadable, Confidence = 0 })],
        Language = language,
        Pages = content?.Pages ?? [],
        Remarks = content?.Remarks ?? [],
    };
}
