using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>Writes the tutor's summary of a run. Pure.</summary>
public static class SummaryComposer
{
    /// <summary>Composes the summary: distribution of points, mean per question, share needing review, table of everything not graded and why.</summary>
    /// <param name="rows">A row for every participant, those without submission included.</param>
    /// <param name="version">The rubric version.</param>
    /// <param name="language">The language to write in.</param>
    public static FeedbackReport Compose(IReadOnlyList<SummaryRow> rows, RubricVersion version, Language language) => throw new NotImplementedException();
}
