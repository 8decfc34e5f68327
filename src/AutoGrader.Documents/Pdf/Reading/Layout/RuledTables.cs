using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>
/// Tables whose cells have drawn edges or backgrounds, as browsers and word processors print them: pieces of lines side by side tell the
/// columns, so that cells of several lines are read cell by cell and not across. Every row becomes one atom, its cells separated by tabs.
/// </summary>
internal static class RuledTables
{
    private const double Touching = 1.5;
    private const double LeastWidth = 80;

    /// <summary>The atoms of a page with the rows of its ruled tables made one each.</summary>
    public static List<Atom> Build(List<Atom> atoms, IReadOnlyList<RawShape> shapes)
    {
        var chains = Chains(shapes);
        if (chains.Count == 0)
            return atoms;
        var runs = Run.Chain(atoms.Where(a => !a.HoldsMatrix), 0.4);
        foreach (var group in chains.GroupBy(c => c.Key, StringComparer.Ordinal))
        {
            foreach (var region in Regions([.. group.OrderBy(c => c.Y)], runs))
            {
                var rows = TableRows.Read(region.Runs, region.Edges, region.Cuts);
                if (rows.Count < 2)
                    continue;
                HashSet<Atom> used = [.. region.Runs.SelectMany(r => r.Atoms)];
                atoms = atoms.Where(a => !used.Contains(a)).ToList();
                atoms.AddRange(rows);
                runs = runs.Where(r => !region.Runs.Contains(r)).ToList();
            }
        }

        return atoms;
    }

    /// <summary>Pieces of lines side by side at one height.</summary>
    private sealed record EdgeChain(double Y, IReadOnlyList<double> Edges)
    {
        public string Key { get; } = string.Join(' ', Edges.Select(e => (int)Math.Round(e / 4)));
    }

    private sealed record Region(List<Run> Runs, IReadOnlyList<double> Edges, List<double> Cuts);

    private static List<EdgeChain> Chains(IReadOnlyList<RawShape> shapes)
    {
        var pieces = new List<(double Y, double Left, double Right)>();
        foreach (var box in shapes.Where(s => s.Curves == 0 && s.Pieces <= 6).Select(s => s.Box))
        {
            if (box is { Height: <= 2, Width: > 8 })
                pieces.Add((box.Y + box.Height / 2, box.X, box.Right));
            else if (box is { Height: > 8, Width: > 15 })
                pieces.AddRange([(box.Y, box.X, box.Right), (box.Bottom, box.X, box.Right)]);
        }

        var chains = new List<EdgeChain>();
        foreach (var level in pieces.GroupBy(p => (int)Math.Round(p.Y / 2)))
        {
            var edges = new List<double>();
            foreach (var (_, left, right) in level.OrderBy(p => p.Left).ThenBy(p => p.Right))
            {
                if (edges.Count > 0 && Math.Abs(left - edges[^1]) >= Touching)
                {
                    // The same piece may be drawn twice; a piece elsewhere begins a new chain.
                    if (left < edges[^1])
                        continue;
                    Keep(chains, level.Average(p => p.Y), edges);
                    edges = [];
                }

                if (edges.Count == 0)
                    edges.Add(left);
                edges.Add(right);
            }

            Keep(chains, level.Average(p => p.Y), edges);
        }

        return chains;
    }

    private static void Keep(List<EdgeChain> chains, double y, List<double> edges)
    {
        if (edges.Count >= 3 && edges[^1] - edges[0] >= LeastWidth)
            chains.Add(new EdgeChain(y, edges));
    }

    /// <summary>Cuts chains of the same columns apart where text runs across the columns, and takes in the rows around them.</summary>
    private static IEnumerable<Region> Regions(List<EdgeChain> chains, List<Run> runs)
    {
        var start = 0;
        for (var i = 1; i <= chains.Count; i++)
        {
            if (i < chains.Count && !runs.Any(r => r.Baseline > chains[i - 1].Y && r.Baseline < chains[i].Y && Crosses(r, chains[i].Edges)))
                continue;
            var edges = chains[start].Edges;
            var top = Extend(runs, edges, chains[start].Y, -1, 1);
            var bottom = Extend(runs, edges, chains[i - 1].Y, 1, i - start > 1 ? 0 : int.MaxValue);
            var inside = runs
                .Where(r => r.Baseline > top - 1 && r.Baseline < bottom + 1)
                .Where(r => r.Left > edges[0] - 3 && r.Left < edges[^1] && !Crosses(r, edges))
                .ToList();
            yield return new Region(inside, edges, [.. chains.Skip(start).Take(i - start).Select(c => c.Y)]);
            start = i;
        }
    }

    /// <summary>
    /// Whether something stands beside the first column at the height of a run: a label above a table does not belong to it.
    /// </summary>
    private static bool IsRow(List<Run> runs, Run run, IReadOnlyList<double> edges) =>
        runs.Any(r => Math.Abs(r.Baseline - run.Baseline) < 0.3 * run.Size && r.Left >= edges[1] - 3 && r.Left < edges[^1]);

    private static bool Crosses(Run run, IReadOnlyList<double> edges) =>
        run.Left < edges[^1] && run.Right > edges[0]
        && (run.Left < edges[0] - 3 || edges.Skip(1).SkipLast(1).Any(e => run.Left < e - 3 && run.Right > e + 3));

    /// <summary>
    /// How far rows without an edge of their own reach beyond the outermost edge: a head above, or a body below a single line.
    /// </summary>
    private static double Extend(List<Run> runs, IReadOnlyList<double> edges, double from, int direction, int rows)
    {
        var y = from;
        foreach (var run in runs.Where(r => (r.Baseline - from) * direction > 0).OrderBy(r => r.Baseline * direction))
        {
            if ((run.Baseline - y) * direction > 2.2 * run.Size || Crosses(run, edges))
                break;
            if (Math.Abs(run.Baseline - y) > 0.3 * run.Size && (rows-- <= 0 || !IsRow(runs, run, edges)))
                break;
            y = run.Baseline;
        }

        return y;
    }
}
