using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Tables. The header row stays with the first row and is repeated on every page.</summary>
internal static class TableLayout
{
    private const double Gap = 10;

    public static IEnumerable<Slice> Lay(TableBlock block, Frame frame)
    {
        var table = frame.Parent.Add("Table");
        var columns = Columns(block, frame);
        var header = Header(block, columns, frame, table.Add("TR"));
        yield return header with { SpaceBefore = 6, KeepWithNext = true };
        var repeated = Header(block, columns, frame, StructureElement.Artifact);
        foreach (var row in block.Rows)
            foreach (var slice in Row(block, row, columns, frame, table.Add("TR")))
                yield return slice with { Header = repeated };
    }

    private static List<(double Left, double Width)> Columns(TableBlock block, Frame frame)
    {
        var total = block.Columns.Sum(c => c.Weight);
        var room = frame.Width - Gap * block.Columns.Count;
        var columns = new List<(double Left, double Width)>();
        var left = frame.Left + Gap / 2;
        foreach (var column in block.Columns)
        {
            var width = room * column.Weight / total;
            columns.Add((left, width));
            left += width + Gap;
        }

        return columns;
    }

    private static Slice Header(TableBlock block, List<(double Left, double Width)> columns, Frame frame, StructureElement row)
    {
        var cells = block.Columns
            .Select((c, i) => Cell(c, c.Header, Formats.Label, columns[i], row.Add("TH")))
            .ToList();
        var lines = RowLayout.Lay(cells, 3);
        return new Slice(lines.Sum(s => s.Height), (page, top) =>
        {
            foreach (var line in lines)
            {
                line.Draw(page, top);
                top += line.Height;
            }
        }).Behind((page, top, height) => page.Fill(frame.Left, top, frame.Width, height, Palette.Panel));
    }

    private static IEnumerable<Slice> Row(
        TableBlock block, IReadOnlyList<string> texts, List<(double Left, double Width)> columns, Frame frame, StructureElement row)
    {
        var cells = block.Columns
            .Select((c, i) => Cell(c, texts[i], Small(Formats.Of(c.Style)), columns[i], row.Add("TD")))
            .ToList();
        var slices = RowLayout.Lay(cells, 3);
        return slices.Select((slice, i) => i < slices.Count - 1
            ? slice
            : slice.Behind((page, top, height) =>
                page.Line(frame.Left, top + height, frame.Right, top + height, new Stroke(Palette.Rule, 0.5))));
    }

    private static Cell Cell(
        TableColumn column, string text, TextFormat format, (double Left, double Width) place, StructureElement element) =>
        new(TextBreaker.Break(text, format, place.Width), place.Left, place.Width, element, column.IsNumber);

    private static TextFormat Small(TextFormat format) => format with { Size = format.Size - 1 };
}
