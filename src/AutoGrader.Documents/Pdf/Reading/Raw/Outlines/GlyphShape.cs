namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>
/// What a filled outline looks like, without its place and size: how much of each cell of a grid over its box is ink, and the proportions
/// of the box. Two drawings of one glyph agree however their curves are written.
/// </summary>
internal sealed class GlyphShape
{
    private const int Cells = 16;
    private const int RowsOfCell = 4;

    // Ink of each cell from 0 to 1, row by row from the top.
    private readonly float[] _coverage;

    private GlyphShape(float[] coverage, double aspect) => (_coverage, Aspect) = (coverage, aspect);

    /// <summary>Width by height of the box.</summary>
    public double Aspect { get; }

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
        var crossings = new List<(double X, int Turn)>();
        for (var row = 0; row < Cells * RowsOfCell; row++)
            FillRow(scaled, row + 0.5, crossings, coverage.AsSpan(row / RowsOfCell * Cells, Cells));
        return new GlyphShape(coverage, width / height);
    }

    /// <summary>
    /// Mean difference of the cells, 0 for the same look and 1 for ink against none; <c>null</c> where it is larger than wanted.
    /// </summary>
    public double? DistanceTo(GlyphShape other, double most)
    {
        // Most glyphs of an alphabet differ from a drawing within the first rows.
        double sum = 0;
        for (var row = 0; row < Cells; row++)
        {
            var own = _coverage.AsSpan(row * Cells, Cells);
            var others = other._coverage.AsSpan(row * Cells, Cells);
            for (var i = 0; i < own.Length; i++)
                sum += Math.Abs(own[i] - others[i]);
            if (sum / _coverage.Length > most)
                return null;
        }

        return sum / _coverage.Length;
    }

    /// <summary>Adds the ink of one line across, by the non-zero rule, to the cells of its row.</summary>
    private static void FillRow(
        List<List<(double X, double Y)>> contours, double y, List<(double X, int Turn)> crossings, Span<float> row)
    {
        crossings.Clear();
        foreach (var contour in contours)
        {
            var a = contour[^1];
            foreach (var b in contour)
            {
                if (a.Y <= y != b.Y <= y)
                    crossings.Add((a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X), a.Y <= y ? 1 : -1));
                a = b;
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
