using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>Makes matrices and tall bracketed expressions of what stands between tall brackets, inner ones first.</summary>
internal static class BracketBuilder
{
    private const double SameEdge = 0.12;
    private const double LeastTallness = 1.35;

    /// <summary>Between bars a determinant is meant, or a norm, and now and then a matrix.</summary>
    private const double Doubtful = 0.5;

    /// <summary>The atoms of a page with matrices made one. Pieces of brackets that found no partner are left out.</summary>
    public static List<Atom> Build(List<Atom> atoms, IReadOnlyList<RawShape> shapes)
    {
        var delimiters = DelimiterFinder.Find(atoms, shapes);
        var pairs = Pairs(delimiters);
        foreach (var (left, right) in pairs.Concat(DelimiterFinder.Bars(atoms)).OrderBy(p => p.Left.Box.Height).ThenBy(p => p.Left.Box.X))
        {
            HashSet<Atom> signs = [.. left.Atoms, .. right.Atoms];
            var inside = atoms.Where(a => !signs.Contains(a) && !DelimiterFinder.IsPiece(a) && IsBetween(a, left.Box, right.Box)).ToList();
            if (inside.Count == 0 || left.Box.Height < LeastTallness * Linearizer.Prevailing(inside).Size)
                continue;
            if (Make(inside, left, right) is not { } made)
                continue;
            var script = ScriptOf(made, atoms);
            signs.UnionWith(inside);
            signs.UnionWith(script);
            atoms = atoms.Where(a => !signs.Contains(a)).ToList();
            atoms.Add(script.Count > 0 ? Raised(made, script) : made);
        }

        foreach (var brace in delimiters.Where(d => d.Sign == '{' && !pairs.Exists(p => p.Left == d)))
            DoubtCases(brace, atoms);
        return atoms.Where(a => !DelimiterFinder.IsPiece(a)).ToList();
    }

    /// <summary>Each left bracket with the nearest right bracket of the same height that closes it.</summary>
    private static List<(Delimiter Left, Delimiter Right)> Pairs(List<Delimiter> delimiters)
    {
        var pairs = new List<(Delimiter, Delimiter)>();
        var open = new List<Delimiter>();
        foreach (var delimiter in delimiters)
        {
            if (delimiter.Opening == Opening.Right)
            {
                open.Add(delimiter);
                continue;
            }

            var partner = open.FindLastIndex(o => SameHeight(o.Box, delimiter.Box) && o.Box.X < delimiter.Box.X);
            if (partner < 0)
                continue;
            pairs.Add((open[partner], delimiter));
            open.RemoveAt(partner);
        }

        return pairs;
    }

    private static bool SameHeight(Box a, Box b)
    {
        var slack = SameEdge * Math.Max(a.Height, b.Height);
        return Math.Abs(a.Y - b.Y) < slack && Math.Abs(a.Bottom - b.Bottom) < slack;
    }

    private static bool IsBetween(Atom atom, Box left, Box right) =>
        atom.Centre > left.X && atom.Centre < right.Right && atom.Left > left.X - 1 && atom.Right < right.Right + atom.Size * 0.3 &&
        atom.Middle > left.Y - 0.05 * left.Height && atom.Middle < left.Bottom + 0.05 * left.Height;

    /// <summary>What is raised behind a matrix: <c>T</c>, <c>-1</c>. It stands too high to find its line by itself.</summary>
    private static List<Atom> ScriptOf(Atom made, List<Atom> atoms)
    {
        var script = new List<Atom>();
        var right = made.Right;
        if (made.Kind != AtomKind.Matrix)
            return script;
        var near = atoms.Where(a => a.Kind == AtomKind.Letter && a.Size < 0.85 * made.Size && a.Left > made.Right - 0.3 * made.Size
            && a.Middle > made.Box.Y - 0.5 * made.Size && a.Middle < made.Box.Y + 0.3 * made.Box.Height);
        foreach (var atom in near.OrderBy(a => a.Left).TakeWhile(a => a.Left - right < 0.4 * made.Size))
        {
            script.Add(atom);
            right = atom.Right;
        }

        return script;
    }

    private static Atom Raised(Atom matrix, List<Atom> script)
    {
        var text = new MappedText();
        text.Append(matrix.Text);
        var raised = Linearizer.Line(script);
        text.AppendUnprinted(raised.Length > 1 ? "^{" : "^");
        text.Append(raised);
        if (raised.Length > 1)
            text.AppendUnprinted("}");
        return matrix with { Text = text, Right = script.Max(a => a.Right) };
    }

    /// <summary>A brace without partner begins a choice: of the matrices behind it one is meant at a time.</summary>
    private static void DoubtCases(Delimiter brace, List<Atom> atoms)
    {
        var behind = atoms.Where(a => a.Left > brace.Box.X && a.Middle > brace.Box.Y && a.Middle < brace.Box.Bottom);
        foreach (var atom in behind.Where(a => a.HoldsMatrix))
            atom.Text.SetMatrices([.. atom.Text.Matrices.Select(m => m.AtMost(Doubtful))]);
    }

    /// <summary>What stands between two brackets; <c>null</c> between bars that are no determinant.</summary>
    private static Atom? Make(List<Atom> inside, Delimiter left, Delimiter right)
    {
        var box = inside.Select(a => a.Box).Aggregate(left.Box.Union(right.Box), (a, b) => a.Union(b));
        var grid = MatrixGrid.Read(inside);
        var isBarred = left.Sign == DelimiterFinder.BarSign;
        if (isBarred && (grid.Rows.Count < 2 || !grid.IsNumeric))
            return null;
        var matrix = left.Sign != '{' && (grid.Rows.Count > 1 || (grid.Columns > 1 && grid.IsNumeric));
        var (size, baseline) = Linearizer.Prevailing(inside);
        var flat = !matrix && inside.Any(a => !a.Centred) && grid.Rows.Count == 1;
        var middle = left.Box.Y + left.Box.Height / 2;
        return new Atom
        {
            Kind = matrix ? AtomKind.Matrix : AtomKind.Composite,
            Text = matrix ? MatrixText.Write(grid, box, isBarred ? Doubtful : 1) : Bracketed(grid, left, right),
            Box = box,
            Left = left.Atoms.Count > 0 ? left.Atoms.Min(a => a.Left) : left.Box.X,
            Right = right.Atoms.Count > 0 ? right.Atoms.Max(a => a.Right) : right.Box.Right,
            Baseline = flat ? baseline : middle + Measures.AxisHeight * size,
            Size = size,
            Centred = !flat,
            Mathematical = true,
        };
    }

    private static MappedText Bracketed(MatrixGrid grid, Delimiter left, Delimiter right)
    {
        var rows = grid.Rows.Select(r => Linearizer.Line([.. r.SelectMany(e => e.Atoms)])).ToList();
        var page = rows[0].PlaceOf(0).Page;
        var text = MappedText.Of(left.Sign.ToString(), new Place(page, left.Box));
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
                text.AppendUnprinted("; ");
            text.Append(rows[i].Map(c => c == '\t' ? ' ' : c));
        }

        text.Append(right.Sign.ToString(), new Place(page, right.Box));
        return text;
    }
}
