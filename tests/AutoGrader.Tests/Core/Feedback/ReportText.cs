using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;

namespace AutoGrader.Tests.Core.Feedback;

/// <summary>All texts of a report, a line each, in reading order.</summary>
internal static class ReportText
{
    public static string Of(FeedbackReport report) => string.Join('\n', report.Blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(FeedbackBlock block) => block switch
    {
        HeadingBlock b => [$"{b.Text} {b.Aside}"],
        ParagraphBlock b => [string.Concat(b.Runs.Select(r => r.Text))],
        KeyValueBlock b => b.Facts.Select(f => $"{f.Name}: {f.Value}"),
        PointsBarsBlock b => b.Bars.Select(p => $"{p.Id} {p.Title} {p.Value} {p.Note}"),
        CriterionBlock b =>
        [
            $"{b.Id} {b.Text} {b.Points} {b.Verdict}", .. b.Details.SelectMany(Lines), .. b.Matrix is null ? [] : Lines(b.Matrix),
        ],
        MatrixBlock b => [b.Caption, .. b.Cells.Select(c => $"{c.Text} {c.Expected}"), .. b.Legend.Select(l => l.Text)],
        TableBlock b => [string.Join(' ', b.Columns.Select(c => c.Header)), .. b.Rows.Select(r => string.Join(' ', r))],
        NoticeBlock b => [b.Title, .. b.Paragraphs.SelectMany(Lines)],
        HistogramBlock b => [b.Caption],
        GroupBlock b => b.Blocks.SelectMany(Lines),
        PageBreakBlock => [],
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no text here."),
    };
}
