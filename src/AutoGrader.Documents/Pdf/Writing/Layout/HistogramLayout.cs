using System.Globalization;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>
/// A histogram of two stacked parts: a filled and a hatched one. Counts stand above the bars, so the picture needs no scale.
/// </summary>
internal static class HistogramLayout
{
    private const double PlotHeight = 110;
    private const double LabelHeight = 14;

    private static readonly TextFormat Label = new(Face.Regular, 7.5, Palette.Muted);

    public static IEnumerable<Slice> Lay(HistogramBlock block, Frame frame)
    {
        var figure = frame.Parent.Add("Figure", Description(block));
        var axis = TextBreaker.Break(block.AxisTitle, Label, frame.Width)[0];
        yield return new Slice(LabelHeight + PlotHeight + LabelHeight + axis.Height + 22, (page, top) => page.As(figure, () =>
        {
            var bottom = top + LabelHeight + PlotHeight;
            Bars(page, block, frame, bottom);
            page.Line(frame.Left, bottom, frame.Right, bottom, new Stroke(Palette.Muted, 0.8));
            axis.Draw(page, frame.Left + (frame.Width - axis.Width) / 2, bottom + LabelHeight);
            Legend(page, block, frame, bottom + LabelHeight + axis.Height + 4);
        }))
        {
            SpaceBefore = 8,
        };
    }

    private static void Bars(PageContent page, HistogramBlock block, Frame frame, double bottom)
    {
        var most = Math.Max(1, block.Bins.Select(b => b.Decided + b.Open).DefaultIfEmpty().Max());
        var step = frame.Width / Math.Max(1, block.Bins.Count);
        for (var i = 0; i < block.Bins.Count; i++)
        {
            var bin = block.Bins[i];
            var (left, width) = (frame.Left + i * step + step * 0.14, step * 0.72);
            var (decided, open) = (PlotHeight * bin.Decided / most, PlotHeight * bin.Open / most);
            page.Fill(left, bottom - decided, width, decided, Palette.Accent);
            Open(page, left, bottom - decided - open, width, open);
            Centred(page, bin.Label, frame.Left + (i + 0.5) * step, bottom + 2);
            var count = (bin.Decided + bin.Open).ToString(CultureInfo.InvariantCulture);
            if (bin.Decided + bin.Open > 0)
                Centred(page, count, frame.Left + (i + 0.5) * step, bottom - decided - open - 12);
        }
    }

    private static void Open(PageContent page, double left, double top, double width, double height)
    {
        if (height <= 0)
            return;
        page.Hatch(left, top, width, height, Palette.Of(Tone.Review));
        page.Outline(left, top, width, height, new Stroke(Palette.Of(Tone.Review), 0.7));
    }

    private static void Legend(PageContent page, HistogramBlock block, Frame frame, double top)
    {
        page.Fill(frame.Left, top + 2, 10, 8, Palette.Accent);
        var decided = TextBreaker.Break(block.DecidedTitle, Formats.Small, frame.Width / 2)[0];
        decided.Draw(page, frame.Left + 15, top);
        var left = frame.Left + 15 + decided.Width + 20;
        Open(page, left, top + 2, 10, 8);
        TextBreaker.Break(block.OpenTitle, Formats.Small, frame.Width / 2)[0].Draw(page, left + 15, top);
    }

    private static void Centred(PageContent page, string text, double center, double top)
    {
        var line = TextBreaker.Break(text, Label, 60)[0];
        line.Draw(page, center - line.Width / 2, top);
    }

    private static string Description(HistogramBlock block) =>
        $"{block.Caption}. {block.AxisTitle}: " + string.Join(", ", block.Bins
            .Where(b => b.Decided + b.Open > 0)
            .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Label}: {b.Decided} + {b.Open}")));
}
