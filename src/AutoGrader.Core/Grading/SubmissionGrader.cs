using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>Scores a report against a rubric. Pure: same answers and rubric, same assessment.</summary>
public static class SubmissionGrader
{
    /// <summary>Raised whenever the same answers would be scored differently; printed with every mark.</summary>
    public const int EngineVersion = 7;

    private const double MostOfRecognised = 0.3;
    private const double MostBesidePicture = 0.5;

    /// <summary>Scores every criterion of every question, in the rubric's order, with nothing learnt but the rubric's examples.</summary>
    /// <exception cref="ArgumentException">The document was not cut by this rubric: it lacks one of its questions.</exception>
    public static Assessment Grade(AnswerDocument document, Rubric rubric) => Grade(document, rubric, ScoringModel.Of(rubric));

    /// <summary>Scores every criterion of every question, in the rubric's order.</summary>
    /// <param name="document">The answers.</param>
    /// <param name="rubric">The rubric.</param>
    /// <param name="model">What was learnt for this rubric.</param>
    /// <exception cref="ArgumentException">The document was not cut by this rubric: it lacks one of its questions.</exception>
    public static Assessment Grade(AnswerDocument document, Rubric rubric, ScoringModel model)
    {
        return new Assessment { Questions = [.. rubric.Questions.Select(q => Grade(q, document, rubric, model))] };
    }

    /// <summary>Scores the criteria of one question, as when the whole report is scored.</summary>
    /// <param name="question">A question of the rubric.</param>
    /// <param name="document">All answers of the report.</param>
    /// <param name="rubric">The rubric.</param>
    /// <param name="model">What was learnt for this question at least.</param>
    /// <exception cref="ArgumentException">The document lacks the question.</exception>
    public static QuestionScore Grade(Question question, AnswerDocument document, Rubric rubric, ScoringModel model)
    {
        var score = Grade(question, AnswerTo(question, document), new GradingContext(document, rubric), model);
        return document.Remarks.Any(r => r.Kind == ReadingRemarkKind.RecognisedText) ? WithDoubtOfRecognition(score) : score;
    }

    /// <summary>What the rubric's rules alone give for a question that was answered, in the order of its criteria.</summary>
    internal static IReadOnlyList<CriterionScore> Judge(Question question, Answer answer, GradingContext context)
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
                scores.Add(score.CriterionId, score);
        }

        if (!question.IsNumeric && KeywordRow.IsIn(answer, question))
        {
            foreach (var (id, score) in scores.Where(s => s.Value.Points > Points.Zero).ToList())
                scores[id] = score with { NeedsReview = true };
        }

        return [.. question.Criteria.Select(c => scores[c.Id])];
    }

    private static QuestionScore Grade(Question question, Answer answer, GradingContext context, ScoringModel model)
    {
        var reviewBelow = context.Rubric.ReviewBelow;
        var scores = answer.State switch
        {
            AnswerState.Missing => question.Criteria.Select(c => model.AsFact(
                AbsentAnswer.Missing(c, answer, context.Document), Reliability.NoAnswer, reviewBelow)),
            AnswerState.Unreadable => question.Criteria.Select(c => AbsentAnswer.Unreadable(c, answer, context.Document)),
            _ => model.Weigh(question, answer, Judge(question, answer, context), reviewBelow)
                .Select(s => WithDoubtOf(answer, WithDoubtOfPicture(answer, s), reviewBelow)),
        };
        return new QuestionScore
        {
            QuestionId = question.Id,
            Title = question.Title,
            Answer = answer.Text,
            Criteria = [.. scores.Select(s => s with { NeedsReview = s.NeedsReview || s.Confidence < reviewBelow })],
        };
    }

    // Recognised words may be wrong anywhere: they help a person, and decide nothing.
    private static QuestionScore WithDoubtOfRecognition(QuestionScore score) => score with
    {
        Criteria = [.. score.Criteria.Select(c => c with
        {
            NeedsReview = true,
            Confidence = Math.Min(c.Confidence, MostOfRecognised),
            Rationale = c.Rationale.Then(UnreadPlaces.Recognised),
        })],
    };

    // What the text lacks may stand in the image; what the text earned, no image takes away.
    private static CriterionScore WithDoubtOfPicture(Answer answer, CriterionScore score) =>
        !answer.HasPicture || score.Points == score.Maximum ? score : score with
        {
            NeedsReview = true,
            Confidence = Math.Min(score.Confidence, MostBesidePicture),
            Rationale = score.Rationale.Then(UnreadPlaces.Picture),
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
