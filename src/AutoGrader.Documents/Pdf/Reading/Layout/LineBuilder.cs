namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Puts runs together to lines: runs on one baseline, and scripts to what they belong to.</summary>
internal static class LineBuilder
{
    private const double BaselineTolerance = 0.14;
    private const double LargestShift = 0.4;

    /// <summary>Browsers set scripts at 0.83 of the size, everything else smaller.</summary>
    private const double LargestScript = 0.836;

    /// <summary>Lines as lists of atoms, from top to bottom.</summary>
    public static List<List<Atom>> Build(IEnumerable<Run> runs, CancellationToken stop = default)
    {
        var lines = new List<Run>();
        var members = new Dictionary<Run, List<Run>>();
        foreach (var run in runs.OrderBy(r => r.IsCentred).ThenByDescending(r => r.Size).ThenBy(r => r.Baseline).ThenBy(r => r.Left))
        {
            stop.ThrowIfCancellationRequested();
            var line = Carrier(lines, members, run);
            if (line is null)
            {
                lines.Add(run);
                members[run] = [run];
            }
            else
            {
                members[line].Add(run);
            }
        }

        AttachLate(lines, members, stop);
        var built = lines.OrderBy(l => l.Baseline).ThenBy(l => l.Left).Select(l => members[l].SelectMany(r => r.Atoms).ToList()).ToList();
        return MergeShifted(built);
    }

    /// <summary>A part of a script may follow a script of the script, which found its line only after it.</summary>
    private static void AttachLate(List<Run> lines, Dictionary<Run, List<Run>> members, CancellationToken stop)
    {
        foreach (var run in lines.OrderBy(l => l.Left).ToList())
        {
            stop.ThrowIfCancellationRequested();
            var others = lines.Where(l => l != run && l.Size * LargestScript > run.Size).ToList();
            if (Carrier(others, members, run) is not { } line)
                continue;
            members[line].AddRange(members[run]);
            members.Remove(run);
            lines.Remove(run);
        }
    }

    /// <summary>Word processors set formulas a little off the baseline of their line, into a gap of its text.</summary>
    private static List<List<Atom>> MergeShifted(List<List<Atom>> lines)
    {
        for (var i = 0; i + 1 < lines.Count;)
        {
            if (IsShifted(lines[i], lines[i + 1]))
            {
                lines[i].AddRange(lines[i + 1]);
                lines.RemoveAt(i + 1);
            }
            else
            {
                i++;
            }
        }

        return lines;
    }

    private static bool IsShifted(List<Atom> a, List<Atom> b)
    {
        var (upper, lower) = (Linearizer.Prevailing(a), Linearizer.Prevailing(b));
        var size = Math.Max(upper.Size, lower.Size);
        if (Math.Min(upper.Size, lower.Size) < 0.75 * size || Math.Abs(upper.Baseline - lower.Baseline) > LargestShift * size)
            return false;
        return a.All(x => b.All(y => x.Right <= y.Left + 0.1 * size || y.Right <= x.Left + 0.1 * size));
    }

    private static Run? Carrier(List<Run> lines, Dictionary<Run, List<Run>> members, Run run)
    {
        Run? best = null;
        var leastCost = double.MaxValue;
        foreach (var line in lines)
        {
            var cost = Cost(line, members[line], run);
            if (cost < leastCost)
                (best, leastCost) = (line, cost);
        }

        return best;
    }

    /// <summary>
    /// How far a run is from where a part of the line is expected, in units of the line's size; infinite where it is no part.
    /// </summary>
    private static double Cost(Run line, List<Run> parts, Run run)
    {
        var size = line.Size;
        if ((run.IsCentred || line.IsCentred) && Math.Abs(line.Axis - run.Axis) <= size * Measures.AxisTolerance)
            return Math.Abs(line.Axis - run.Axis) / size;
        var rise = (line.Baseline - run.Baseline) / size;
        if (Math.Abs(rise) <= BaselineTolerance)
            return Math.Abs(rise);
        if (run.Size >= size * LargestScript)
            return double.MaxValue;
        var limits = parts.SelectMany(p => p.Atoms).Any(a => a.Kind == AtomKind.LargeOperator && IsCentred(run, a));
        if (limits && rise is > -1.9 and < 1.9)
            return Math.Min(Math.Abs(rise - 1.1), Math.Abs(rise + 1.1));
        if (rise is < -0.6 or > 1.0 || !parts.Any(p => Touches(p, run, size)))
            return double.MaxValue;
        return rise > 0 ? Math.Abs(rise - 0.38) : Math.Abs(rise + 0.18);
    }

    private static bool IsCentred(Run run, Atom large) =>
        Math.Abs((run.Left + run.Right) / 2 - large.Centre) < Math.Max(large.Size * 0.5, large.Box.Width * 0.5);

    /// <summary>Whether a script begins where an atom of the part ends.</summary>
    private static bool Touches(Run part, Run script, double size) =>
        part.Atoms.Any(a => script.Left - a.Right > -0.6 * size && script.Left - a.Right < 0.3 * size && script.Right > a.Left);
}
