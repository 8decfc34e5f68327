using AutoGrader.Application.Data;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;

namespace AutoGrader.Application.Grading;

/// <summary>Between the assessment as data and as rows.</summary>
internal static class AssessmentMapping
{
    /// <summary>The rows of an assessment.</summary>
    public static IEnumerable<StoredAnswer> ToRows(Assessment assessment, AnswerDocument document, Guid assessmentId, IdGenerator ids)
    {
        var answers = document.Answers.ToDictionary(a => a.QuestionId, StringComparer.Ordinal);
        return assessment.Questions.Select(
            (question, ordinal) => ToRow(question, ordinal, answers[question.QuestionId], assessmentId, ids));
    }

    /// <summary>The scores of stored answers; <c>null</c> where nothing was scored.</summary>
    public static Assessment? FromRows(IEnumerable<StoredAnswer> rows)
    {
        var questions = rows.OrderBy(r => r.Ordinal).Select(row => new QuestionScore
        {
            QuestionId = row.QuestionId,
            Title = row.Title,
            Answer = row.Text,
            Criteria = [.. row.Scores.OrderBy(s => s.Ordinal).Select(FromRow)],
        }).ToList();
        return questions.Count == 0 ? null : new Assessment { Questions = questions };
    }

    private static StoredAnswer ToRow(QuestionScore question, int ordinal, Answer answer, Guid assessmentId, IdGenerator ids)
    {
        var row = new StoredAnswer
        {
            Id = ids.Next(),
            AssessmentId = assessmentId,
            Ordinal = ordinal,
            QuestionId = question.QuestionId,
            Title = question.Title,
            State = answer.State,
            Confidence = answer.Confidence,
            Doubt = answer.Doubt?.English,
            Text = question.Answer,
        };
        foreach (var (place, score) in question.Criteria.Index())
            row.Scores.Add(ToRow(score, place, row.Id, ids));
        return row;
    }

    private static StoredScore ToRow(CriterionScore score, int ordinal, Guid answerId, IdGenerator ids) => new()
    {
        Id = ids.Next(),
        AnswerId = answerId,
        Ordinal = ordinal,
        CriterionId = score.CriterionId,
        CriterionText = score.CriterionText,
        Maximum = score.Maximum,
        Points = score.Points,
        Confidence = score.Confidence,
        NeedsReview = score.NeedsReview,
        Rationale = score.Rationale,
        CarriedForward = score.CarriedForward,
        Mistake = score.Mistake,
        Evidence = score.Evidence,
        Matrix = score.Matrix,
        DecidedBefore = score.DecidedBefore,
        Opinion = score.Opinion,
        OpinionKey = score.Opinion?.Key,
        Override = score.Override,
    };

    /// <summary>A stored score.</summary>
    public static CriterionScore FromRow(StoredScore row) => new()
    {
        CriterionId = row.CriterionId,
        CriterionText = row.CriterionText,
        Maximum = row.Maximum,
        Points = row.Points,
        Confidence = row.Confidence,
        NeedsReview = row.NeedsReview,
        Rationale = row.Rationale,
        CarriedForward = row.CarriedForward,
        Mistake = row.Mistake,
        Evidence = row.Evidence,
        Matrix = row.Matrix,
        DecidedBefore = row.DecidedBefore,
        Opinion = row.Opinion,
        Override = row.Override,
    };
}
