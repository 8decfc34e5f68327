using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Feedback;

/// <summary>The tone of scores.</summary>
internal static class Judgement
{
    public static Tone Of(CriterionScore score) => score.NeedsReview ? Tone.Review : Of(score.Points, score.Maximum);

    public static Tone Of(QuestionScore score) => score.NeedsReview ? Tone.Review : Of(score.Points, score.Maximum);

    private static Tone Of(Points points, Points maximum) =>
        points >= maximum ? Tone.Good : points == Points.Zero ? Tone.Bad : Tone.Partial;
}
