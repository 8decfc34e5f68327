using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>Makes matrices and tall bracketed expressions of what stands between tall brackets, inner ones first.</summary>
internal static class BracketBuilder
{
    private const double SameEdge = 0.12;
    private const double LeastTallness = 1.35;

    /// <summary>The atoms of a page with matrices made one. Pieces of brackets that found no partner are left out.</summary>
    public static List<Atom> Build(List<Atom> atoms, IReadOnlyList<RawShape> shapes)
    {
        var delimiters = DelimiterFinder.Find(atoms, shapes);
        foreach (var (left, right) in Pairs(delimiters).OrderBy(p => p.Left.Box.Height).ThenBy(p => p.Left.Box.X))
        {
            HashSet<Atom> signs = [.. left.Atoms, .. right.Atoms];
            var inside = atoms.Where(a => !signs.Contains(a) && !DelimiterFinder.IsPiece(a) && IsBetween(a, left.Box, right.Box)).ToList();
            if (inside.Count == 0 || left.Box.Height < LeastTallness * Linearizer.Prevailing(inside).Size)
                continue;
            var made = Make(inside, left, right);
            signs.UnionWith(inside);
            atoms = atoms.Where(a => !signs.Contains(a)).ToList();
            atoms.Add(made);
        }

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

    private static Atom Make(List<Atom> inside, Delimiter left, Delimiter right)
    {
        var box = inside.Select(a => a.Box).Aggregate(left.Box.Union(right.Box), (a, b) => a.Union(b));
        var grid = MatrixGrid.Read(inside);
        var matrix = left.Sign != '{' && (grid.Rows.Count > 1 || (grid.Columns > 1 && grid.IsNumeric));
        var (size, baseline) = Linearizer.Prevailing(inside);
        var flat = !matrix && inside.Any(a => !a.Centred) && grid.Rows.Count == 1;
        var middle = left.Box.Y + left.Box.Height / 2;
        return new Atom
        {
            Kind = matrix ? AtomKind.Matrix : AtomKind.Composite,
            Text = matrix ? MatrixText.Write(grid, box) : Bracketed(grid, left, right),
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
