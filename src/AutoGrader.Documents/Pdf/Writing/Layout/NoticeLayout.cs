using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A tinted box with a coloured edge. It may run over pages: every slice brings its own piece of the box.</summary>
internal static class NoticeLayout
{
    private const double Padding = 12;
    private const double Gap = 5;

    public static IEnumerable<Slice> Lay(NoticeBlock block, Frame frame)
    {
        var color = Palette.Of(block.Tone);
        var inner = frame.Inset(Padding + 4, Padding, frame.Parent.Add("Sect"));
        var title = new TextFormat(Face.Bold, 11, color);
        var heading = inner.Parent.Add("H2");
        var slices = new List<Slice> { Space(Padding - 3) };
        slices.AddRange(TextBreaker.Break($"{Palette.Sign(block.Tone)}  {block.Title}", title, inner.Width)
            .Select(line => new Slice(line.Height, (page, top) => page.As(heading, () => line.Draw(page, inner.Left, top))))
            .Select(slice => slice with { KeepWithNext = true }));
        foreach (var paragraph in block.Paragraphs)
        {
            slices.Add(Space(Gap));
            slices.AddRange(ParagraphLayout.Lay(paragraph, inner, 0));
        }

        slices[^1] = slices[^1] with { KeepWithNext = true };
        slices.Add(Space(Padding - 2) with { KeepWithNext = false });
        return slices
            .Select(s => s.Behind((page, top, height) =>
            {
                // A hair more than the slice, so that no seam shows between two of them.
                page.Fill(frame.Left, top, frame.Width, height + 0.2, Palette.Tint(block.Tone));
                page.Fill(frame.Left, top, 4, height + 0.2, color);
            }))
            .Select((s, i) => i == 0 ? s with { SpaceBefore = 14 } : s);
    }

    private static Slice Space(double height) => new(height, (_, _) => { }) { KeepWithNext = true };
}
