using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>Writes the tutor's summary of a run. Pure.</summary>
public static class SummaryComposer
{
    /// <summary>
    /// Composes the summary: distribution of points, mean per question, share needing review, table of everything not graded and why.
    /// </summary>
    /// <param name="rows">A row for every participant, those without submission included.</param>
    /// <param name="version">The rubric version.</param>
    /// <param name="language">The language to write in.</param>
    public static FeedbackReport Compose(IReadOnlyList<SummaryRow> rows, RubricVersion version, Language language)
    {
        var words = new FeedbackWords(language);
        return new FeedbackReport
        {
            Title = $"{words.Say("Summary", "Zusammenfassung")}: {words.Say(version.Rubric.Title)}",
            Language = language,
            Footer = words.Footer(version),
            Blocks =
            [
                new ParagraphBlock(
                    $"{words.Say(version.Rubric.Course)} · {words.Say("Summary for tutors", "Zusammenfassung für das Lehrteam")}",
                    TextStyle.Muted),
                new HeadingBlock(1, words.Say(version.Rubric.Title)),
                SummaryCounts.Compose(rows, words),
                .. SummaryStatistics.Compose(rows, version.Rubric.Maximum, words),
                .. SummaryTables.Compose(rows, words),
            ],
        };
    }
}
