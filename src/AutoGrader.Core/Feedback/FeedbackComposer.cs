using AutoGrader.Core.Assessments;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>Writes what a student reads about their submission. Pure.</summary>
public static class FeedbackComposer
{
    /// <summary>Composes the feedback for one submission, graded or not.</summary>
    /// <param name="subject">Whose submission and what became of it.</param>
    /// <param name="version">The rubric version it was judged by.</param>
    /// <param name="assessment">The scores; <c>null</c> where it was not graded.</param>
    /// <param name="language">The language to write in.</param>
    public static FeedbackReport Compose(FeedbackSubject subject, RubricVersion version, Assessment? assessment, Language language)
    {
        var words = new FeedbackWords(language);
        // Scores of a submission that is not graded must not be shown, whoever passes them.
        var judged = subject.Status is SubmissionStatus.Graded or SubmissionStatus.NeedsReview && assessment is not null
            ? DisclosedAssessment.Of(assessment, version.Rubric)
            : null;
        var outcome = Outcome.Of(subject.Status, judged);
        var blocks = new List<FeedbackBlock>();
        blocks.AddRange(HeadSection.Compose(subject, version, judged, outcome, words));
        blocks.AddRange(OutcomeSection.Compose(subject, judged, outcome, words));
        if (judged is not null)
            blocks.AddRange(QuestionsSection.Compose(version.Rubric, judged, words));
        return new FeedbackReport
        {
            Title = $"{words.Say("Feedback", "Rückmeldung")}: {words.Say(version.Rubric.Title)} – {subject.Name}",
            Language = language,
            Footer = words.Footer(version),
            Blocks = blocks,
            Marks = judged is null ? [] : EvidenceMarks.Of(judged, words),
        };
    }
}
