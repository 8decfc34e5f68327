using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A bar for each question, with its numbers beside it: the bar repeats what the numbers say.</summary>
internal static class PointsBarsLayout
{
    private const double BarHeight = 7;

    public static IEnumerable<Slice> Lay(PointsBarsBlock block, Frame frame)
    {
        var table = frame.Parent.Add("Table");
        var ids = Widest(block.Bars.Select(b => b.Id), Formats.Strong) + 10;
        var values = Widest(block.Bars.Select(b => b.Value), Formats.Body);
        var notes = Math.Min(Widest(block.Bars.Select(b => b.Note ?? ""), Formats.Small), frame.Width * 0.25);
        var rest = frame.Width - ids - values - notes - (notes > 0 ? 30 : 20);
        var (titles, bars) = (rest * 0.56, rest * 0.44);
        foreach (var bar in block.Bars)
        {
            var row = table.Add("TR");
            var left = frame.Left + ids + titles + 10;
            var cells = new List<Cell>
            {
                new(TextBreaker.Break(bar.Id, Formats.Strong, ids), frame.Left, ids, row.Add("TH")),
                new(TextBreaker.Break(bar.Title, Formats.Body, titles), frame.Left + ids, titles, row.Add("TD")),
                new(TextBreaker.Break(bar.Value, Formats.Body, values + 1), left + bars + 10, values, row.Add("TD"), IsFlushRight: true),
            };
            if (bar.Note is not null)
                cells.Add(new Cell(TextBreaker.Break(bar.Note, NoteFormat(bar), notes + 1), frame.Right - notes, notes, row.Add("TD")));
            var slices = RowLayout.Lay(cells, 2.5);
            yield return slices[0].Behind((page, top, _) => Draw(page, left, top + 2.5 + 3.2, bars, bar));
            foreach (var slice in slices.Skip(1))
                yield return slice;
        }
    }

    private static void Draw(PageContent page, double left, double top, double width, PointsBar bar)
    {
        var color = Palette.Of(bar.Tone);
        var filled = width * Math.Clamp(double.IsFinite(bar.Share) ? bar.Share : 0, 0, 1);
        page.Fill(left, top, width, BarHeight, Palette.Panel);
        if (bar.Tone == Tone.Review)
            page.Hatch(left, top, filled, BarHeight, color);
        else
            page.Fill(left, top, filled, BarHeight, color);
        page.Outline(left, top, width, BarHeight, new Stroke(bar.Tone == Tone.Review ? color : Palette.Rule, 0.6));
    }

    private static TextFormat NoteFormat(PointsBar bar) =>
        bar.Tone == Tone.Neutral ? Formats.Small : Formats.Small with { Color = Palette.Of(bar.Tone) };

    private static double Widest(IEnumerable<string> texts, TextFormat format) =>
        texts.Select(t => Fonts.Width(PrintableText.From(t), format.Face, format.Size)).DefaultIfEmpty().Max();
}
