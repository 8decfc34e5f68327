namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Neighbouring atoms on one baseline.</summary>
internal sealed class Run
{
    private readonly List<Atom> _atoms;

    public Run(Atom first)
    {
        _atoms = [first];
        Left = first.Left;
        Right = first.Right;
        Baseline = first.Baseline;
        Size = first.Size;
        IsCentred = first.Centred;
    }

    public IReadOnlyList<Atom> Atoms => _atoms;

    public double Left { get; private set; }

    public double Right { get; private set; }

    public double Baseline { get; private set; }

    public double Size { get; private set; }

    /// <summary>Whether it holds nothing but centred formulas, whose baseline is an estimate.</summary>
    public bool IsCentred { get; private set; }

    /// <summary>The height of bars and equation signs.</summary>
    public double Axis => Baseline - Measures.AxisHeight * Size;

    public void Add(Atom atom)
    {
        if (IsCentred && !atom.Centred)
            (Baseline, Size, IsCentred) = (atom.Baseline, atom.Size, false);
        _atoms.Add(atom);
        Left = Math.Min(Left, atom.Left);
        Right = Math.Max(Right, atom.Right);
        if (!atom.Centred)
            Size = Math.Max(Size, atom.Size);
    }

    public void Add(Run other)
    {
        foreach (var atom in other._atoms)
            Add(atom);
    }

    /// <summary>
    /// Chains atoms from left to right that stand on one baseline with gaps below <paramref name="gap"/> times their size.
    /// </summary>
    public static List<Run> Chain(IEnumerable<Atom> atoms, double gap)
    {
        var runs = new List<Run>();
        var byBand = new Dictionary<int, List<Run>>();
        foreach (var atom in atoms.OrderBy(a => a.Left).ThenBy(a => a.Baseline))
        {
            var run = Find(byBand, atom, gap);
            if (run is null)
            {
                run = new Run(atom);
                runs.Add(run);
                var band = Band(run.Baseline);
                if (!byBand.TryGetValue(band, out var list))
                    byBand[band] = list = [];
                list.Add(run);
            }
            else
            {
                run.Add(atom);
            }
        }

        return runs;
    }

    private static int Band(double baseline) => (int)Math.Floor(baseline / 8);

    private static Run? Find(Dictionary<int, List<Run>> byBand, Atom atom, double gap)
    {
        Run? best = null;
        var band = Band(atom.Baseline);
        for (var b = band - 2; b <= band + 2; b++)
        {
            if (!byBand.TryGetValue(b, out var runs))
                continue;
            foreach (var run in runs)
            {
                if (Continues(run, atom, gap) && (best is null || run.Right > best.Right))
                    best = run;
            }
        }

        return best;
    }

    private static bool Continues(Run run, Atom atom, double gap)
    {
        var larger = Math.Max(run.Size, atom.Size);
        var smaller = Math.Min(run.Size, atom.Size);
        var aligned = run.IsCentred || atom.Centred
            ? Math.Abs(run.Axis - atom.Axis) <= larger * Measures.AxisTolerance
            : Math.Abs(run.Baseline - atom.Baseline) <= larger * 0.05 && smaller >= larger * 0.7;
        return aligned && atom.Left - run.Right < gap * larger && atom.Left - run.Right > -0.8 * larger;
    }
}
