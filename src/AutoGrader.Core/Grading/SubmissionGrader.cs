using AutoGrader.Core.Assessments;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>Scores a report against a rubric. Pure: same answers and rubric, same assessment.</summary>
public static class SubmissionGrader
{
    /// <summary>Raised whenever the same answers would be scored differently; printed with every mark.</summary>
    public const int EngineVersion = 1;

    /// <summary>Scores every criterion of every question, in the rubric's order.</summary>
    /// <exception cref="ArgumentException">The document was not cut by this rubric: it lacks one of its questions.</exception>
    public static Assessment Grade(AnswerDocument document, Rubric rubric)
    {
        var context = new GradingContext(document, rubric);
        return new Assessment { Questions = [.. rubric.Questions.Select(q => Grade(q, AnswerTo(q, document), context))] };
    }

    private static QuestionScore Grade(Question question, Answer answer, GradingContext context)
    {
        var scores = answer.State switch
        {
            AnswerState.Missing => question.Criteria.Select(c => AbsentAnswer.Missing(c, answer, context.Document)),
            AnswerState.Unreadable => question.Criteria.Select(c => AbsentAnswer.Unreadable(c, answer, context.Document)),
            _ => ScoreFound(question, answer, context),
        };
        return new QuestionScore
        {
            QuestionId = question.Id,
            Title = question.Title,
            Answer = answer.Text,
            Criteria = [.. scores.Select(s => s with { NeedsReview = s.NeedsReview || s.Confidence < context.Rubric.ReviewBelow })],
        };
    }

    private static IEnumerable<CriterionScore> ScoreFound(Question question, Answer answer, GradingContext context)
    {
        var scores = new Dictionary<string, CriterionScore>(StringComparer.Ordinal);
        foreach (var kind in question.Criteria.GroupBy(c => c.Kind, StringComparer.Ordinal))
        {
            var criteria = kind.ToList();
            var graded = CriterionGraders.For(kind.Key).Grade(question, criteria, answer, context);
            if (!graded.Select(s => s.CriterionId).SequenceEqual(criteria.Select(c => c.Id), StringComparer.Ordinal))
                throw new InvalidOperationException(
                    $"The grader of '{kind.Key}' did not return one score for each criterion of question {question.Id}.");
            foreach (var score in graded)
                scores.Add(score.CriterionId, WithDoubtOf(answer, WithDoubtOfPicture(answer, score), context.Rubric.ReviewBelow));
        }

        return question.Criteria.Select(c => scores[c.Id]);
    }

    // What the text lacks may stand in the image; what the text earned, no image takes away.
    private static CriterionScore WithDoubtOfPicture(Answer answer, CriterionScore score) =>
        !answer.HasPicture || score.Points == score.Maximum ? score : score with
        {
            NeedsReview = true,
            Rationale = score.Rationale.Then(new LocalizedText(
                "The answer holds an image that was not read.", "Die Antwort enthält ein Bild, das nicht gelesen wurde.")),
        };

    // Right points for blocks that belong to another question are wrong points.
    private static CriterionScore WithDoubtOf(Answer answer, CriterionScore score, double reviewBelow)
    {
        var doubted = score with { Confidence = score.Confidence * answer.Confidence };
        return answer.Confidence >= reviewBelow ? doubted : doubted with
        {
            NeedsReview = true,
            Rationale = score.Rationale.Then(new LocalizedText(
                "It is not certain that this passage answers this question.",
                "Es ist nicht sicher, dass diese Stelle zu dieser Frage gehört.")),
        };
    }

    private static Answer AnswerTo(Question question, AnswerDocument document) =>
        document.Answers.FirstOrDefault(a => a.QuestionId == question.Id)
        ?? throw new ArgumentException($"The document holds no answer entry for question {question.Id}.", nameof(document));
}
