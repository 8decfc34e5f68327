using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A cell of a row: its lines, its place and its element.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Left">The cell's left edge.</param>
/// <param name="Width">The cell's width.</param>
/// <param name="Element">The element of the structure.</param>
/// <param name="IsFlushRight">Whether lines end at the cell's right edge.</param>
internal sealed record Cell(IReadOnlyList<TextLine> Lines, double Left, double Width, StructureElement Element, bool IsFlushRight = false);

/// <summary>Lays out cells beside each other, line by line, so that even a row taller than a page can be set.</summary>
internal static class RowLayout
{
    /// <summary>The slices of a row with some padding above and below.</summary>
    public static IReadOnlyList<Slice> Lay(IReadOnlyList<Cell> cells, double padding)
    {
        var count = cells.Max(c => c.Lines.Count);
        var slices = new List<Slice>();
        for (var i = 0; i < count; i++)
        {
            var index = i;
            var (above, below) = (i == 0 ? padding : 0, i == count - 1 ? padding : 0);
            var height = cells.Max(c => index < c.Lines.Count ? c.Lines[index].Height : 0);
            slices.Add(new Slice(above + height + below, (page, top) =>
            {
                foreach (var cell in cells.Where(c => index < c.Lines.Count && !c.Lines[index].IsEmpty))
                    page.As(cell.Element, () => Draw(cell, cell.Lines[index], page, top + above, height));
            }));
        }

        return [.. Slice.Keep(slices)];
    }

    private static void Draw(Cell cell, TextLine line, PageContent page, double top, double height) =>
        line.Draw(page, cell.IsFlushRight ? cell.Left + cell.Width - line.Width : cell.Left, top + (height - line.Height) / 2);
}
