using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>What stands at one place of a matrix.</summary>
internal sealed record GridEntry(IReadOnlyList<Atom> Atoms)
{
    public double Left { get; } = Atoms.Min(a => a.Left);

    public double Right { get; } = Atoms.Max(a => a.Right);

    public double Centre => (Left + Right) / 2;

    public string Text { get; } = Linearizer.Line(Atoms).ToString().Trim();
}

/// <summary>The rows and columns of atoms between two brackets. Rows of different length are padded with <c>null</c>.</summary>
internal sealed class MatrixGrid
{
    /// <summary>
    /// Gaps that may separate columns, as parts of the size, in the order in which they are tried: TeX's arrays leave 1, small matrices
    /// 0.3.
    /// </summary>
    private static readonly double[] ColumnGaps = [0.5, 0.8, 0.35, 1.2, 0.25];
    private const double Irregular = 0.4;
    private const double Misaligned = 0.7;

    private MatrixGrid(IReadOnlyList<IReadOnlyList<GridEntry>> rows, double confidence)
    {
        Rows = rows;
        Confidence = confidence;
    }

    /// <summary>The entries row by row; an entry without atoms never occurs, a missing one makes the grid irregular.</summary>
    public IReadOnlyList<IReadOnlyList<GridEntry>> Rows { get; }

    public int Columns => Rows.Max(r => r.Count);

    /// <summary>How sure it is that rows and columns are as they are.</summary>
    public double Confidence { get; }

    /// <summary>Whether every entry is a number.</summary>
    public bool IsNumeric => Rows.All(r => r.All(e => EntryValue.Parse(e.Text) is not null));

    /// <summary>Reads rows by baseline and columns by gaps.</summary>
    public static MatrixGrid Read(List<Atom> inside)
    {
        var lines = LineBuilder.Build(Run.Chain(inside, 0.3));
        foreach (var gap in ColumnGaps)
        {
            var rows = lines.Select(l => Cut(l, gap)).ToList();
            if (rows.All(r => r.Count == rows[0].Count) && ColumnsAreApart(rows))
                return new MatrixGrid(rows, Regularity(rows, lines));
        }

        return new MatrixGrid(lines.Select(l => Cut(l, ColumnGaps[0])).ToList(), Irregular);
    }

    /// <summary>The entries of one line.</summary>
    private static List<GridEntry> Cut(List<Atom> line, double gap)
    {
        var size = Linearizer.Prevailing(line).Size;
        var entries = new List<GridEntry>();
        var current = new List<Atom>();
        var right = double.MinValue;
        foreach (var atom in line.OrderBy(a => a.Left))
        {
            if (current.Count > 0 && atom.Left - right > gap * size)
            {
                entries.Add(new GridEntry(current));
                current = [];
            }

            current.Add(atom);
            right = Math.Max(right, atom.Right);
        }

        entries.Add(new GridEntry(current));
        return entries;
    }

    private static bool ColumnsAreApart(List<List<GridEntry>> rows)
    {
        for (var c = 1; c < rows[0].Count; c++)
        {
            if (rows.Max(r => r[c - 1].Right) > rows.Min(r => r[c].Left))
                return false;
        }

        return true;
    }

    private static double Regularity(List<List<GridEntry>> rows, List<List<Atom>> lines)
    {
        var size = Linearizer.Prevailing([.. lines.SelectMany(l => l)]).Size;
        for (var c = 0; c < rows[0].Count; c++)
        {
            var spread = new[] { Spread(rows, r => r[c].Left), Spread(rows, r => r[c].Centre), Spread(rows, r => r[c].Right) }.Min();
            if (spread > 0.6 * size)
                return Misaligned;
        }

        var baselines = lines.Select(l => Linearizer.Prevailing(l).Baseline).ToList();
        var pitches = baselines.Skip(1).Zip(baselines, (b, a) => b - a).ToList();
        return pitches.Count > 1 && pitches.Max() > 1.7 * pitches.Min() ? Misaligned : 1;
    }

    private static double Spread(List<List<GridEntry>> rows, Func<List<GridEntry>, double> edge) => rows.Max(edge) - rows.Min(edge);
}
