using AutoGrader.Core.Feedback.Blocks;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Running text. No page break leaves a single line of it behind or takes a single line along.</summary>
internal static class ParagraphLayout
{
    public static IEnumerable<Slice> Lay(ParagraphBlock block, Frame frame, double spaceBefore)
    {
        var lines = TextBreaker.Break(block.Runs.Select(r => (r.Text, Formats.Of(r))), frame.Width);
        var element = frame.Parent.Add("P");
        return lines.Select((line, i) => new Slice(line.Height, (page, top) => page.As(element, () => line.Draw(page, frame.Left, top)))
        {
            SpaceBefore = i == 0 ? spaceBefore : 0,
            KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
        });
    }
}
