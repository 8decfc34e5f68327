namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Parts of a page that are read one after the other: full-width bands, and the columns between them.</summary>
internal static class ColumnFinder
{
    private const double RunGap = 0.75;
    private const int FewestRunsOfColumn = 6;
    private const double FewestLettersPerRun = 12;
    private const double LargestCrossingShare = 0.5;

    /// <summary>The runs of a page by part, in reading order.</summary>
    public static List<(Column Column, List<Run> Runs)> Split(IReadOnlyList<Atom> atoms)
    {
        var runs = Run.Chain(atoms, RunGap);
        if (runs.Count == 0)
            return [];
        var gutter = Gutter(runs);
        return gutter is { } g ? Parts(runs, g) : [(ColumnAround(0, runs), runs)];
    }

    /// <summary>The middle of the white strip between two columns of text, or <c>null</c> where the page has one column.</summary>
    private static double? Gutter(List<Run> runs)
    {
        var left = runs.Min(r => r.Left);
        var right = runs.Max(r => r.Right);
        var prose = runs.Where(r => r.Atoms.Count >= FewestLettersPerRun).ToList();
        if (prose.Count < 2 * FewestRunsOfColumn)
            return null;
        var letters = prose.Sum(r => r.Atoms.Count);
        double? best = null;
        var fewest = double.MaxValue;
        for (var x = left + (right - left) * 0.35; x <= left + (right - left) * 0.65; x += 1)
        {
            var crossing = prose.Where(r => r.Left < x && r.Right > x).Sum(r => r.Atoms.Count);
            // The nearest text on both sides decides among equals: a gutter's middle is far from both.
            var distance = runs.Where(r => !(r.Left < x && r.Right > x)).Min(r => r.Right <= x ? x - r.Right : r.Left - x);
            var cost = crossing - distance / 1000;
            if (cost < fewest)
                (best, fewest) = (x, cost);
        }

        var isGutter = best is { } g && fewest < letters * LargestCrossingShare && (AreColumns(prose, g) || BeginsSecondColumn(prose, g));
        return isGutter ? best : null;
    }

    /// <summary>
    /// Whether a page ends a few lines into its second column: nothing crosses the gutter, and one of the lines is as wide as the first
    /// column.
    /// </summary>
    private static bool BeginsSecondColumn(List<Run> prose, double gutter)
    {
        var left = prose.Where(r => r.Right <= gutter).ToList();
        var right = prose.Where(r => r.Left >= gutter).ToList();
        if (left.Count < 2 * FewestRunsOfColumn || !FillsColumn(left) || right.Count == 0 || left.Count + right.Count < prose.Count)
            return false;
        var (start, size) = (right.Min(r => r.Left), right[0].Atoms[0].Size);
        var width = left.Max(r => r.Right) - left.Min(r => r.Left);
        return right.TrueForAll(r => r.Left - start < 2 * size) && right.Exists(r => r.Right - r.Left > width * 0.9);
    }

    private static bool AreColumns(List<Run> prose, double gutter)
    {
        var left = prose.Where(r => r.Right <= gutter).ToList();
        var right = prose.Where(r => r.Left >= gutter).ToList();
        return Math.Min(left.Count, right.Count) >= FewestRunsOfColumn && FillsColumn(left) && FillsColumn(right);
    }

    /// <summary>Text of a column fills its width again and again; cells of a table do not.</summary>
    private static bool FillsColumn(List<Run> runs)
    {
        var width = runs.Max(r => r.Right) - runs.Min(r => r.Left);
        return runs.Count(r => r.Right - r.Left > width * 0.7) >= runs.Count * 0.3;
    }

    private static List<(Column, List<Run>)> Parts(List<Run> runs, double gutter)
    {
        var parts = new List<(Column, List<Run>)>();
        var left = new List<Run>();
        var right = new List<Run>();
        var full = new List<Run>();
        foreach (var run in runs.OrderBy(r => r.Baseline).ThenBy(r => r.Left))
        {
            if (run.Left < gutter && run.Right > gutter)
            {
                Flush(parts, left, right);
                full.Add(run);
                continue;
            }

            Flush(parts, full);
            (run.Right <= gutter ? left : right).Add(run);
        }

        Flush(parts, full);
        Flush(parts, left, right);
        return parts;
    }

    private static void Flush(List<(Column, List<Run>)> parts, params List<Run>[] lists)
    {
        foreach (var list in lists.Where(l => l.Count > 0))
        {
            parts.Add((ColumnAround(parts.Count, list), [.. list]));
            list.Clear();
        }
    }

    private static Column ColumnAround(int index, List<Run> runs) => new(index, runs.Min(r => r.Left), runs.Max(r => r.Right));
}
