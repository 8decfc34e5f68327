using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Headings. They stay with what follows and enter the outline.</summary>
internal static class HeadingLayout
{
    public static IEnumerable<Slice> Lay(HeadingBlock block, Frame frame)
    {
        var format = Format(block.Level);
        var aside = block.Aside is null
            ? null
            : TextBreaker.Break(block.Aside, format with { Size = Math.Min(format.Size, 11) }, frame.Width / 2)[0];
        var lines = TextBreaker.Break(block.Text, format, frame.Width - (aside is null ? 0 : aside.Width + 16));
        var element = frame.Parent.Add($"H{Math.Clamp(block.Level, 1, 6)}");
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, isFirst, isLast) = (lines[i], i == 0, i == lines.Count - 1);
            var rule = isLast && block.Level == 2 ? 5 : isLast ? 2 : 0;
            yield return new Slice(line.Height + rule, (page, top) =>
            {
                if (isFirst)
                    frame.Outline.Add(block.Level, block.Text, page, top);
                page.As(element, () => line.Draw(page, frame.Left, top));
                if (isFirst && aside is not null)
                    page.As(element, () => aside.Draw(page, frame.Right - aside.Width, top + line.Height - aside.Height));
                if (rule == 5)
                    page.AsArtifact(() => Underline(page, frame, top + line.Height + 2));
            })
            {
                SpaceBefore = isFirst ? SpaceBefore(block.Level) : 0,
                KeepWithNext = true,
            };
        }
    }

    private static void Underline(PageContent page, Frame frame, double y) =>
        page.Line(frame.Left, y, frame.Right, y, new Stroke(Palette.Accent, 0.8));

    private static TextFormat Format(int level) =>
        new(Face.Bold, level switch { 1 => 17, 2 => 12, _ => 10 }, level == 3 ? Palette.Text : Palette.Accent);

    private static double SpaceBefore(int level) => level switch { 1 => 2, 2 => 20, _ => 12 };
}
