namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>
/// Finds axes by their numbers: in a row or column, as far from each other as their values (or the logarithms of these) are, each with a
/// tick or grid line that ends before it, and all these ends on one line. The rules of a table run between its numbers, not at them.
/// </summary>
internal static class TickAxes
{
    private const int FewestNumbers = 3;

    /// <summary>A page with more numbers is a table.</summary>
    private const int MostNumbers = 2_000;

    public static IEnumerable<TickAxis> Find(IReadOnlyList<PlotWord> words, LineIndex lines)
    {
        var numbers = words.Where(w => w is { Value: not null, Size: > 2 and < 60 }).ToList();
        if (numbers.Count is < FewestNumbers or > MostNumbers)
            return [];
        return
        [
            .. Of(numbers, lines, isUpright: false, isBefore: true, n => n.Baseline, n => n.Box.Y),
            .. Of(numbers, lines, isUpright: false, isBefore: false, n => n.Baseline, n => n.Box.Bottom),
            .. Of(numbers, lines, isUpright: true, isBefore: true, n => n.Box.Right, n => n.Box.Right),
            .. Of(numbers, lines, isUpright: true, isBefore: false, n => n.Box.X, n => n.Box.X),
        ];
    }

    private static IEnumerable<TickAxis> Of(
        List<PlotWord> numbers, LineIndex lines, bool isUpright, bool isBefore, Func<PlotWord, double> key, Func<PlotWord, double> edge)
    {
        foreach (var group in Aligned(numbers, key))
        {
            foreach (var row in Progressions([.. group.OrderBy(n => Along(n, isUpright))], isUpright))
            {
                if (LineOf(row, lines, isUpright, isBefore, edge) is { } line)
                    yield return new TickAxis(isUpright, isBefore, line, row);
            }
        }
    }

    private static double Along(PlotWord number, bool isUpright) => isUpright ? number.Middle : number.Centre;

    /// <summary>Numbers that begin, end or stand on one line.</summary>
    private static IEnumerable<List<PlotWord>> Aligned(List<PlotWord> numbers, Func<PlotWord, double> key)
    {
        var group = new List<PlotWord>();
        foreach (var number in numbers.OrderBy(key))
        {
            if (group.Count > 0 && key(number) - key(group[^1]) > 0.15 * number.Size)
            {
                if (group.Count >= FewestNumbers)
                    yield return group;
                group = [];
            }

            group.Add(number);
        }

        if (group.Count >= FewestNumbers)
            yield return group;
    }

    /// <summary>Runs of neighbours whose places follow their values.</summary>
    private static IEnumerable<List<PlotWord>> Progressions(List<PlotWord> row, bool isUpright)
    {
        var start = 0;
        while (start + FewestNumbers <= row.Count)
        {
            var count = Math.Max(
                Follows(row, start, isUpright, n => n.Value!.Value),
                Follows(row, start, isUpright, n => n.Value > 0 ? Math.Log(n.Value.Value) : double.NaN));
            if (count >= FewestNumbers)
                yield return row.GetRange(start, count);
            start += count >= FewestNumbers ? count : 1;
        }
    }

    private static int Follows(List<PlotWord> row, int start, bool isUpright, Func<PlotWord, double> value)
    {
        var (first, second) = (row[start], row[start + 1]);
        var pitch = (Along(second, isUpright) - Along(first, isUpright)) / (value(second) - value(first));
        if (!double.IsFinite(pitch) || Along(second, isUpright) - Along(first, isUpright) < 0.8 * first.Size)
            return 0;
        var count = 2;
        for (; start + count < row.Count; count++)
        {
            var next = row[start + count];
            var way = Along(next, isUpright) - Along(first, isUpright);
            // Numbers are rounded, and their boxes are not all of one width.
            if (!(Math.Abs((value(next) - value(first)) * pitch - way) < 0.15 * next.Size + 0.04 * way))
                break;
        }

        return count;
    }

    /// <summary>The line on which the ticks of all numbers stand.</summary>
    private static AxisLine? LineOf(
        List<PlotWord> row, LineIndex lines, bool isUpright, bool isBefore, Func<PlotWord, double> edge)
    {
        // Towards the line: upwards and to the right of what stands below and left.
        var sign = isUpright == isBefore ? 1 : -1;
        var size = row[0].Size;
        var ends = row
            .SelectMany((n, i) => lines.At(!isUpright, Along(n, isUpright), Math.Max(1, 0.18 * size))
                .Select(l => (Number: i, Near: sign > 0 ? l.From : l.To, Far: sign > 0 ? l.To : l.From))
                .Where(e => (e.Near - edge(n)) * sign > -0.3 * size && (e.Near - edge(n)) * sign < 1.8 * size))
            .ToList();
        var level = ends.GroupBy(e => Math.Round(e.Near * 2))
            .Select(g => (At: g.Average(e => e.Near), Ends: ends.FindAll(e => Math.Abs(e.Near - g.Average(x => x.Near)) < 0.8)))
            .OrderByDescending(g => g.Ends.Select(e => e.Number).Distinct().Count())
            .FirstOrDefault();
        if (level.Ends is null || level.Ends.Select(e => e.Number).Distinct().Count() < Math.Max(FewestNumbers, 0.8 * row.Count))
            return null;
        var length = Math.Min(0.8 * size, level.Ends.Min(e => Math.Abs(e.Far - e.Near)));
        var (first, last) = (Along(row[0], isUpright), Along(row[^1], isUpright));
        return lines.At(isUpright, level.At + sign * length / 2, length / 2 + 1)
            .Where(l => l.From <= first + 0.3 * size && l.To >= last - 0.3 * size)
            .OrderByDescending(l => l.Length)
            .Select(l => new AxisLine(l.At, l.From, l.To))
            .FirstOrDefault();
    }
}
