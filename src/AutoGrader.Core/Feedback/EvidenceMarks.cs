using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;

namespace AutoGrader.Core.Feedback;

/// <summary>
/// Marks on the student's pages: a box at each place a judgement rests on, and one at each wrong or uncertain entry of a matrix.
/// </summary>
internal static class EvidenceMarks
{
    public static IReadOnlyList<PageMark> Of(Assessment assessment, FeedbackWords words)
    {
        var marks = new List<PageMark>();
        foreach (var score in assessment.Questions.SelectMany(q => q.Criteria))
        {
            var tone = Judgement.Of(score);
            var points = words.Fraction(score.Points, score.Maximum);
            var note = $"{score.CriterionId}: {words.Verdict(tone)} ({points}). {words.Say(score.Rationale)}";
            marks.AddRange(score.Evidence.Select(e => new PageMark(e.Page, e.Box, score.CriterionId, tone) { Note = note }));
            if (score.Matrix is not null)
                marks.AddRange(score.Matrix.Entries.Where(IsMarked).Select(e => Entry(e, words)));
        }

        return [.. marks.Distinct()];
    }

    private static bool IsMarked(EntryVerdict entry) =>
        entry.State is EntryState.Wrong or EntryState.Uncertain && entry.Box is { Width: > 0, Height: > 0 };

    private static PageMark Entry(EntryVerdict entry, FeedbackWords words) =>
        new(entry.Page, entry.Box, "", entry.State == EntryState.Wrong ? Tone.Bad : Tone.Review)
        {
            Note = entry.State != EntryState.Wrong
                ? words.Say("not read with certainty", "nicht sicher gelesen")
                : double.IsFinite(entry.Expected)
                    ? words.Say($"expected: {words.Number(entry.Expected)}", $"erwartet: {words.Number(entry.Expected)}")
                    : words.Say("not right", "stimmt nicht"),
        };
}
