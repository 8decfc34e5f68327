namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Cuts the text of a table into rows and cells.</summary>
internal static class TableRows
{
    private const double BetweenRows = 1.15;

    /// <summary>One atom for every row. <paramref name="cuts"/> are the heights of drawn lines.</summary>
    public static List<Atom> Read(List<Run> runs, IReadOnlyList<double> edges, List<double> cuts)
    {
        if (runs.Count == 0 || runs.Any(r => r.Atoms.Any(a => a.Monospaced && a.HoldsMatrix)))
            return [];
        var columns = Enumerable.Range(0, edges.Count - 1)
            .Select(c => LineBuilder.Build(runs.Where(r => ColumnOf(r, edges) == c))
                .Select(line => (Line: line, Linearizer.Prevailing(line).Baseline, Linearizer.Prevailing(line).Size)).ToList())
            .ToList();
        var pitch = Pitch(columns.Select(c => c.Select(l => (l.Baseline, l.Size)).ToList()));
        var rows = new List<Atom>();
        var pending = columns
            .SelectMany((c, i) => c.Select(l => (Column: i, l.Line, l.Baseline, l.Size)))
            .OrderBy(l => l.Baseline)
            .ToList();
        var row = new List<(int Column, List<Atom> Line, double Baseline, double Size)>();
        foreach (var line in pending)
        {
            if (row.Count > 0 && IsCut(row, line, pending, cuts, pitch))
            {
                rows.Add(MakeRow(row.Select(r => (r.Column, r.Line)).ToList(), edges.Count - 1));
                row = [];
            }

            row.Add(line);
        }

        rows.Add(MakeRow(row.Select(r => (r.Column, r.Line)).ToList(), edges.Count - 1));
        return rows;
    }

    private static int ColumnOf(Run run, IReadOnlyList<double> edges)
    {
        var centre = (run.Left + run.Right) / 2;
        for (var c = 1; c < edges.Count - 1; c++)
        {
            if (centre < edges[c])
                return c - 1;
        }

        return edges.Count - 2;
    }

    /// <summary>The distance of lines within a cell, in sizes.</summary>
    private static double Pitch(IEnumerable<List<(double Baseline, double Size)>> columns)
    {
        var distances = columns.SelectMany(c => c.Zip(c.Skip(1), (a, b) => (b.Baseline - a.Baseline) / b.Size)).Order().ToList();
        return distances.Count == 0 ? 1.2 : distances[0];
    }

    /// <summary>
    /// A new row begins below a drawn line, or where every column makes a larger step than the lines within its cells do.
    /// </summary>
    private static bool IsCut(
        List<(int Column, List<Atom> Line, double Baseline, double Size)> row,
        (int Column, List<Atom> Line, double Baseline, double Size) next,
        List<(int Column, List<Atom> Line, double Baseline, double Size)> all,
        List<double> cuts,
        double pitch)
    {
        var last = row.Max(r => r.Baseline);
        if (cuts.Any(c => c > last && c < next.Baseline))
            return true;
        if (next.Baseline - last < 0.6 * next.Size)
            return false;
        return row.GroupBy(r => r.Column).All(column =>
        {
            var above = column.Max(r => r.Baseline);
            var below = all
                .Where(l => l.Column == column.Key && l.Baseline > above)
                .Select(l => l.Baseline)
                .DefaultIfEmpty(double.MaxValue)
                .Min();
            return below - above > pitch * BetweenRows * next.Size;
        });
    }

    private static Atom MakeRow(List<(int Column, List<Atom> Line)> lines, int columns)
    {
        var text = new MappedText();
        for (var c = 0; c < columns; c++)
        {
            if (c > 0)
                text.AppendUnprinted("\t");
            var first = true;
            foreach (var (_, line) in lines.Where(l => l.Column == c))
            {
                if (!first)
                    text.AppendUnprinted(" ");
                text.Append(Linearizer.Line(line).Map(ch => ch == '\t' ? ' ' : ch));
                first = false;
            }
        }

        var atoms = lines.SelectMany(l => l.Line).ToList();
        var (size, baseline) = Linearizer.Prevailing(lines[0].Line);
        return new Atom
        {
            Kind = AtomKind.TableRow,
            Text = text,
            Box = atoms.Select(a => a.Box).Aggregate((a, b) => a.Union(b)),
            Left = atoms.Min(a => a.Left),
            Right = atoms.Max(a => a.Right),
            Baseline = baseline,
            Size = size,
            Bold = atoms.All(a => a.Bold || a.Mathematical),
        };
    }
}
