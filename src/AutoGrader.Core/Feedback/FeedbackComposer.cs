using AutoGrader.Core.Assessments;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>Writes what a student reads about their submission. Pure.</summary>
public static class FeedbackComposer
{
    /// <summary>Composes the feedback for one submission, graded or not.</summary>
    /// <param name="subject">Whose submission and what became of it.</param>
    /// <param name="version">The rubric version it was judged by.</param>
    /// <param name="assessment">The scores; <c>null</c> where it was not graded.</param>
    /// <param name="language">The language to write in.</param>
    public static FeedbackReport Compose(FeedbackSubject subject, RubricVersion version, Assessment? assessment, Language language) =>
        throw new NotImplementedException();
}
