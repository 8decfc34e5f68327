using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Lays out blocks of every kind as slices.</summary>
internal static class BlockLayout
{
    public static IEnumerable<Slice> Lay(FeedbackBlock block, Frame frame) => block switch
    {
        HeadingBlock b => HeadingLayout.Lay(b, frame),
        ParagraphBlock b => ParagraphLayout.Lay(b, frame, 5),
        KeyValueBlock b => KeyValueLayout.Lay(b, frame),
        PointsBarsBlock b => PointsBarsLayout.Lay(b, frame),
        CriterionBlock b => CriterionLayout.Lay(b, frame),
        MatrixBlock b => MatrixLayout.Lay(b, frame),
        TableBlock b => TableLayout.Lay(b, frame),
        NoticeBlock b => NoticeLayout.Lay(b, frame),
        HistogramBlock b => HistogramLayout.Lay(b, frame),
        PageBreakBlock => [new Slice(0, (_, _) => { }) { BeginsPage = true, KeepWithNext = true }],
        GroupBlock b => Slice.Keep([.. b.Blocks.SelectMany(inner => Lay(inner, frame))]),
        _ => throw new InvalidOperationException($"There is no layout for {block.GetType().Name}."),
    };
}
