namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Parts of a page that are read one after the other: full-width bands, and the columns between them.</summary>
internal static class ColumnFinder
{
    private const double RunGap = 0.75;
    private const int FewestRunsOfColumn = 6;
    private const double FewestLettersPerRun = 12;
    private const double LargestCrossingShare = 0.5;

    /// <summary>The runs of a page by part, in reading order.</summary>
    public static List<(Column Column, List<Run> Runs)> Split(IReadOnlyList<Atom> atoms, double pageWidth)
    {
        var runs = Run.Chain(atoms, RunGap);
        if (runs.Count == 0)
            return [];
        var gutter = Gutter(runs) ?? Fold(runs, pageWidth);
        return gutter is { } g ? Parts(runs, g) : [(ColumnAround(0, runs), runs)];
    }

    /// <summary>The middle of the white strip between two columns of text, or <c>null</c> where the page has one column.</summary>
    private static double? Gutter(List<Run> runs)
    {
        var left = runs.Min(r => r.Left);
        var right = runs.Max(r => r.Right);
        var prose = runs.Where(IsProse).ToList();
        if (prose.Count < 2 * FewestRunsOfColumn)
            return null;
        var letters = prose.Sum(r => r.Atoms.Count);
        double? best = null;
        var fewest = double.MaxValue;
        for (var x = left + (right - left) * 0.35; x <= left + (right - left) * 0.65; x += 1)
        {
            var crossing = prose.Where(r => r.Left < x && r.Right > x).Sum(r => r.Atoms.Count);
            // The nearest text on both sides decides among equals: a gutter's middle is far from both. All lines may cross, however.
            var distance = runs.Where(r => !(r.Left < x && r.Right > x)).Select(r => r.Right <= x ? x - r.Right : r.Left - x)
                .DefaultIfEmpty(0).Min();
            var cost = crossing - distance / 1000;
            if (cost < fewest)
                (best, fewest) = (x, cost);
        }

        var isGutter = best is { } g && fewest < letters * LargestCrossingShare && AreColumns(prose, g);
        return isGutter ? best : null;
    }

    /// <summary>
    /// The left edge of a second column that has only begun, or <c>null</c>: about the middle of the page, near the first column's right
    /// edge, with a few lines at the top.
    /// </summary>
    private static double? Fold(List<Run> runs, double pageWidth)
    {
        foreach (var start in runs.Select(r => r.Left).Where(x => x > 0.46 * pageWidth && x < 0.58 * pageWidth).Distinct().Order())
        {
            var left = runs.Where(r => r.Right < start).ToList();
            var right = runs.Where(r => r.Left >= start).ToList();
            var crossing = runs.Where(r => r.Left < start && r.Right >= start);
            if (left.Count >= 2 * FewestRunsOfColumn && left.Count(IsProse) >= FewestRunsOfColumn && right.Exists(IsProse)
                && IsNear(start, left) && AreLinesFrom(start, right)
                && right.Min(r => r.Baseline) < left.Min(r => r.Baseline) + 2.5 * right[0].Atoms[0].Size
                && crossing.All(r => IsOutside(r, left) && IsOutside(r, right)))
            {
                return start - 0.01;
            }
        }

        return null;
    }

    private static bool IsNear(double start, List<Run> left)
    {
        var widest = left.Where(IsProse).MaxBy(r => r.Right)!;
        var gap = start - widest.Right;
        return gap > 0.5 * widest.Size && gap < 0.3 * (start - left.Min(r => r.Left));
    }

    /// <summary>Whether runs are lines below each other, and most of them begin at an edge.</summary>
    private static bool AreLinesFrom(double start, List<Run> runs)
    {
        var size = runs[0].Atoms[0].Size;
        var lines = runs.GroupBy(r => Math.Round(r.Baseline)).OrderBy(g => g.Key).ToList();
        return lines.Count(g => g.Min(r => r.Left) - start < 2 * size) * 3 >= lines.Count * 2
            && lines.Zip(lines.Skip(1)).All(pair => pair.Second.Key - pair.First.Key < 4 * size);
    }

    private static bool IsOutside(Run run, List<Run> column) =>
        run.Baseline < column.Min(r => r.Baseline) || run.Baseline > column.Max(r => r.Baseline);

    private static bool IsProse(Run run) => run.Atoms.Count >= FewestLettersPerRun;

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
