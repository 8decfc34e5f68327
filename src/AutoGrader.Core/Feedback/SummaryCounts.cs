using System.Globalization;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>How many participants, and what became of them. The kinds add up to the participants.</summary>
internal static class SummaryCounts
{
    public static KeyValueBlock Compose(IReadOnlyList<SummaryRow> rows, FeedbackWords words) => new(
    [
        Fact(words.Say("Participants", "Teilnehmende"), rows.Count, TextStyle.Bold),
        Fact(words.Say("graded", "bewertet"), rows.Count(r => r.Status == SubmissionStatus.Graded)),
        Fact(words.Say("need review", "zu prüfen"), rows.Count(r => r.Status == SubmissionStatus.NeedsReview)),
        Fact(words.Say("not graded", "nicht bewertet"), rows.Count(r => r.Status == SubmissionStatus.NotGraded)),
        Fact(words.Say("unreadable", "unlesbar"), rows.Count(r => r.Status == SubmissionStatus.Unreadable)),
        Fact(words.Say("nothing handed in", "nichts abgegeben"), rows.Count(r => r.Status is null)),
        Fact(words.Say("late (among all)", "verspätet (unter allen)"), rows.Count(SummaryTables.IsLate)),
    ]);

    private static Fact Fact(string name, int count, TextStyle style = TextStyle.Plain) =>
        new(name, count.ToString(CultureInfo.InvariantCulture), style);
}
