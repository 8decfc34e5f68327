using System.Globalization;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Grading;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>
/// A matrix as a grid. States differ in the line around the entry and in a sign, beside the colour. A matrix too wide for the column is
/// set in pieces, each with the numbers of its columns.
/// </summary>
internal static class MatrixLayout
{
    private const double CellPadding = 11;
    private const double WidestCell = 120;

    private static readonly TextFormat Entry = new(Face.Mono, 9.5, Palette.Text);
    private static readonly TextFormat Below = new(Face.Regular, 7, Palette.Text);

    public static IEnumerable<Slice> Lay(MatrixBlock block, Frame frame)
    {
        foreach (var slice in ParagraphLayout.Lay(new ParagraphBlock(block.Caption, TextStyle.Muted), frame, 7))
            yield return slice with { KeepWithNext = true };
        var width = CellWidth(block);
        var perPiece = Math.Max(1, Math.Min(block.Columns, (int)(frame.Width / width)));
        var table = frame.Parent.Add("Table", block.Caption);
        for (var first = 0; first < block.Columns; first += perPiece)
        {
            var count = Math.Min(perPiece, block.Columns - first);
            if (perPiece < block.Columns)
                yield return Numbers(first, count, frame);
            foreach (var slice in Slice.Keep([.. Rows(block, first, count, width, frame, table)]))
                yield return slice with { KeepWithNext = true };
        }

        yield return Legend(block, frame);
    }

    private static IEnumerable<Slice> Rows(MatrixBlock block, int first, int count, double width, Frame frame, StructureElement table)
    {
        var height = block.Cells.Any(c => c.Expected is not null) ? 28 : 20;
        for (var row = 0; row < block.Cells.Count; row += block.Columns)
        {
            var cells = block.Cells.Skip(row + first).Take(Math.Min(count, block.Cells.Count - row - first)).ToList();
            var element = table.Add("TR");
            var elements = cells.Select(c => element.Add("TD", Description(block, c))).ToList();
            yield return new Slice(height, (page, top) =>
            {
                page.AsArtifact(() =>
                {
                    for (var i = 0; i < cells.Count; i++)
                        Surround(page, frame.Left + i * width, top, width, height, cells[i].State);
                });
                for (var i = 0; i < cells.Count; i++)
                    Write(page, elements[i], cells[i], frame.Left + i * width, top, width, height);
            });
        }
    }

    private static void Surround(PageContent page, double left, double top, double width, double height, EntryState state)
    {
        page.Fill(left + 1, top + 1, width - 2, height - 2, state == EntryState.Right ? Palette.White : Palette.Tint(ToneOf(state)));
        page.Outline(left + 1.5, top + 1.5, width - 3, height - 3, Line(state));
        var sign = TextBreaker.Break(Sign(state), new TextFormat(Face.Regular, 6.5, Palette.Of(ToneOf(state))), width)[0];
        sign.Draw(page, left + width - sign.Width - 3.5, top + 1.5);
    }

    private static void Write(
        PageContent page, StructureElement element, MatrixCell cell, double left, double top, double width, double height)
    {
        var room = width - CellPadding;
        var format = Entry with { Color = cell.State == EntryState.Right ? Palette.Text : Palette.Of(ToneOf(cell.State)) };
        var text = Shrink(cell.Text, format, room);
        var expected = cell.Expected is null ? null : Shrink(cell.Expected, Below, room);
        var middle = top + (height - text.Height - (expected is null ? 0 : expected.Height - 2)) / 2;
        page.As(element, () =>
        {
            text.Draw(page, left + (width - text.Width) / 2, middle);
            expected?.Draw(page, left + (width - expected.Width) / 2, middle + text.Height - 2);
        });
    }

    /// <summary>One line, in smaller letters where it is too wide, and cut where even those are.</summary>
    private static TextLine Shrink(string text, TextFormat format, double room)
    {
        var lines = TextBreaker.Break(text, format, room);
        for (; lines.Count > 1 && format.Size > 5.5; lines = TextBreaker.Break(text, format, room))
            format = format with { Size = format.Size - 0.5 };
        return lines[0];
    }

    private static double CellWidth(MatrixBlock block)
    {
        var texts = block.Cells.Select(c => Fonts.Width(PrintableText.From(c.Text), Entry.Face, Entry.Size))
            .Concat(block.Cells.Select(c => Fonts.Width(c.Expected ?? "", Below.Face, Below.Size)));
        return Math.Clamp(texts.DefaultIfEmpty().Max() + 2 * CellPadding + 4, 34, WidestCell);
    }

    private static Slice Numbers(int first, int count, Frame frame)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"[{first + 1} … {first + count}]");
        var line = TextBreaker.Break(text, Formats.Small, frame.Width)[0];
        return new Slice(line.Height, (page, top) => page.AsArtifact(() => line.Draw(page, frame.Left, top)))
        {
            KeepWithNext = true,
            SpaceBefore = 3,
        };
    }

    private static Slice Legend(MatrixBlock block, Frame frame)
    {
        var paragraph = frame.Parent.Add("P");
        var lines = block.Legend.Select(l => (l.State, Line: TextBreaker.Break(l.Text, Formats.Small, frame.Width - 24)[0])).ToList();
        var places = new List<(double X, double Y)>();
        var (x, y) = (0.0, 3.0);
        foreach (var (_, line) in lines)
        {
            if (x > 0 && x + 20 + line.Width > frame.Width)
                (x, y) = (0, y + 14);
            places.Add((x, y));
            x += 20 + line.Width + 16;
        }

        return new Slice(y + 14, (page, top) =>
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var (left, line) = (frame.Left + places[i].X, lines[i].Line);
                page.AsArtifact(() => Surround(page, left, top + places[i].Y, 15, 12, lines[i].State));
                page.As(paragraph, () => line.Draw(page, left + 20, top + places[i].Y));
            }
        });
    }

    private static string Description(MatrixBlock block, MatrixCell cell)
    {
        var judgement = block.Legend.FirstOrDefault(l => l.State == cell.State)?.Text;
        return cell.Expected is null ? $"{cell.Text}: {judgement}" : $"{cell.Text}: {judgement} ({cell.Expected})";
    }

    private static Tone ToneOf(EntryState state) => state switch
    {
        EntryState.Right => Tone.Good,
        EntryState.CarriedForward => Tone.Partial,
        EntryState.Wrong => Tone.Bad,
        _ => Tone.Review,
    };

    private static Stroke Line(EntryState state) => state switch
    {
        EntryState.Right => new(Palette.Rule, 0.7),
        EntryState.CarriedForward => new(Palette.Of(Tone.Partial), 1, "4 2"),
        EntryState.Wrong => new(Palette.Of(Tone.Bad), 1.8),
        _ => new(Palette.Of(Tone.Review), 1.2, "1 2"),
    };

    private static string Sign(EntryState state) => state switch
    {
        EntryState.Right => "",
        EntryState.CarriedForward => "↪",
        EntryState.Wrong => "✗",
        _ => "?",
    };
}
