namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>
/// What a filled outline looks like, without its place and size: how much of each cell of a grid over its box is ink, and the proportions
/// of the box. Two drawings of one glyph agree however their curves are written.
/// </summary>
/// <param name="Coverage">Ink of each cell from 0 to 1, row by row from the top.</param>
/// <param name="Aspect">Width by height of the box.</param>
internal sealed record GlyphShape(IReadOnlyList<float> Coverage, double Aspect)
{
    private const int Cells = 16;
    private const int RowsOfCell = 4;

    /// <summary>The shape of contours whose Y grows downwards; <c>null</c> where they enclose nothing.</summary>
    public static GlyphShape? Of(IReadOnlyList<IReadOnlyList<(double X, double Y)>> contours)
    {
        if (contours.Count == 0)
            return null;
        var points = contours.SelectMany(c => c).ToList();
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        var (width, height) = (points.Max(p => p.X) - left, points.Max(p => p.Y) - top);
        if (!(width > 1e-6 && height > 1e-6))
            return null;
        var scaled = contours
            .Select(c => c.Select(p => ((p.X - left) / width * Cells, (p.Y - top) / height * Cells * RowsOfCell)).ToList())
            .ToList();
        var coverage = new float[Cells * Cells];
        for (var row = 0; row < Cells * RowsOfCell; row++)
            FillRow(scaled, row + 0.5, coverage.AsSpan(row / RowsOfCell * Cells, Cells));
        return new GlyphShape(coverage, width / height);
    }

    /// <summary>Mean difference of the cells, 0 for the same look and 1 for ink against none.</summary>
    public double DistanceTo(GlyphShape other)
    {
        double sum = 0;
        for (var i = 0; i < Coverage.Count; i++)
            sum += Math.Abs(Coverage[i] - other.Coverage[i]);
        return sum / Coverage.Count;
    }

    /// <summary>Adds the ink of one line across, by the non-zero rule, to the cells of its row.</summary>
    private static void FillRow(List<List<(double X, double Y)>> contours, double y, Span<float> row)
    {
        var crossings = new List<(double X, int Turn)>();
        foreach (var contour in contours)
        {
            for (var i = 0; i < contour.Count; i++)
            {
                var (a, b) = (contour[i], contour[(i + 1) % contour.Count]);
                if (a.Y <= y != b.Y <= y)
                    crossings.Add((a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X), a.Y <= y ? 1 : -1));
            }
        }

        crossings.Sort();
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            winding += crossings[i].Turn;
            if (winding != 0)
                AddInk(crossings[i].X, crossings[i + 1].X, row);
        }
    }

    private static void AddInk(double from, double to, Span<float> row)
    {
        for (var cell = Math.Max(0, (int)from); cell < Math.Min(row.Length, to); cell++)
            row[cell] += (float)(Math.Max(0, Math.Min(to, cell + 1) - Math.Max(from, cell)) / RowsOfCell);
    }
}
