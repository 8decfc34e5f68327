using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>A tall bracket: one glyph, several pieces, or a path.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Opening">The side it is open to.</param>
/// <param name="Sign">How it is written in a line.</param>
/// <param name="Atoms">The letters it is made of; none where it is a path.</param>
internal sealed record Delimiter(Box Box, Opening Opening, char Sign, IReadOnlyList<Atom> Atoms);

/// <summary>Finds the tall brackets of a page.</summary>
internal static class DelimiterFinder
{
    /// <summary>Brackets lower than this stay letters of a line.</summary>
    private const double LeastHeight = 13;
    private const double WidestShape = 20;
    private const string OpeningSigns = "([{";
    private const string ClosingSigns = ")]}";
    private const string Upper = "⎛⎡⎧⎞⎤⎫";
    private const string Lower = "⎝⎣⎩⎠⎦⎭";
    private const string BarPieces = "|∣│∥‖";
    private const string Middles = "⎜⎢⎨⎪⎟⎥⎬";

    /// <summary>How bars are written.</summary>
    public const char BarSign = '|';

    /// <summary>Whether a letter is a piece of a bracket and means nothing alone.</summary>
    public static bool IsPiece(Atom atom) =>
        atom is { Kind: AtomKind.Letter, Text.Length: 1 } && (Upper + Lower + Middles).Contains(atom.Text[0]);

    /// <summary>All tall brackets, from left to right.</summary>
    public static List<Delimiter> Find(List<Atom> atoms, IReadOnlyList<RawShape> shapes)
    {
        var found = new List<Delimiter>();
        foreach (var atom in atoms.Where(a => a is { Kind: AtomKind.Letter, Text.Length: 1, Box.Height: >= LeastHeight }))
        {
            var sign = atom.Text[0];
            if (OpeningSigns.Contains(sign))
                found.Add(new Delimiter(atom.Box, Opening.Right, sign, [atom]));
            else if (ClosingSigns.Contains(sign))
                found.Add(new Delimiter(atom.Box, Opening.Left, sign, [atom]));
        }

        found.AddRange(FromPieces(atoms.Where(IsPiece).ToList()));
        found.AddRange(shapes
            .Where(s => s is { Clipped: false, Box: { Height: >= LeastHeight, Width: <= WidestShape } } && s.Box.Width < s.Box.Height / 2)
            .Where(s => s.Opening != Opening.Unknown)
            .Select(s => new Delimiter(s.Box, s.Opening, s.Opening == Opening.Right ? '(' : ')', [])));
        found.AddRange(FromRules(shapes));
        return [.. found.OrderBy(d => d.Box.X).ThenBy(d => d.Box.Y)];
    }

    /// <summary>Neighbouring bars of the same height, each a tall sign or short ones on top of each other.</summary>
    public static List<(Delimiter Left, Delimiter Right)> Bars(List<Atom> atoms)
    {
        var bars = new List<Delimiter>();
        var pieces = atoms.Where(a => a is { Kind: AtomKind.Letter, Text.Length: 1 } && BarPieces.Contains(a.Text[0]));
        foreach (var column in pieces.GroupBy(p => Math.Round(p.Left)))
        {
            var stack = new List<Atom>();
            foreach (var piece in column.OrderBy(p => p.Box.Y))
            {
                if (stack.Count > 0 && piece.Box.Y - stack[^1].Box.Bottom > 0.3 * piece.Size)
                {
                    Keep(stack);
                    stack = [];
                }

                stack.Add(piece);
            }

            Keep(stack);
        }

        bars = [.. bars.OrderBy(b => b.Box.X)];
        var pairs = new List<(Delimiter, Delimiter)>();
        while (bars.Count > 1)
        {
            var left = bars[0];
            bars.RemoveAt(0);
            var right = bars.FindIndex(b => Math.Abs(b.Box.Y - left.Box.Y) < 1 && Math.Abs(b.Box.Bottom - left.Box.Bottom) < 1);
            if (right < 0)
                continue;
            pairs.Add((left, bars[right]));
            bars.RemoveAt(right);
        }

        return pairs;

        void Keep(List<Atom> stack)
        {
            var box = stack.Select(a => a.Box).Aggregate((a, b) => a.Union(b));
            if (box.Height >= LeastHeight)
                bars.Add(new Delimiter(box, Opening.Unknown, BarSign, stack));
        }
    }

    /// <summary>A vertical line with two short horizontal lines at its ends, drawn one by one.</summary>
    private static IEnumerable<Delimiter> FromRules(IReadOnlyList<RawShape> shapes)
    {
        var hooks = shapes.Where(s => s.Box is { Height: <= 2, Width: > 1.5 and <= WidestShape }).Select(s => s.Box).ToList();
        foreach (var rule in shapes.Where(s => s.Curves == 0 && s.Box is { Width: <= 2, Height: >= LeastHeight }).Select(s => s.Box))
        {
            var ends = hooks.Where(h => h.X < rule.Right + 1 && h.Right > rule.X - 1).ToList();
            var upper = ends.Find(h => Math.Abs(h.Y - rule.Y) < 2);
            var lower = ends.Find(h => Math.Abs(h.Bottom - rule.Bottom) < 2);
            if (upper == default || lower == default)
                continue;
            var side = (upper.X + upper.Right + lower.X + lower.Right) / 4 - (rule.X + rule.Right) / 2;
            if (Math.Abs(side) <= 0.5)
                continue;
            var (opening, sign) = side > 0 ? (Opening.Right, '[') : (Opening.Left, ']');
            yield return new Delimiter(rule.Union(upper).Union(lower), opening, sign, []);
        }
    }

    /// <summary>
    /// An upper hook goes with the next lower hook below it. What stands between, extenders of any number and size, is taken along:
    /// MathJax draws one extender far beyond the page and clips it.
    /// </summary>
    private static IEnumerable<Delimiter> FromPieces(List<Atom> pieces)
    {
        foreach (var upper in pieces.Where(p => Upper.Contains(p.Text[0])))
        {
            var sort = Upper.IndexOf(upper.Text[0], StringComparison.Ordinal);
            var lower = pieces
                .Where(p => p.Text[0] == Lower[sort] && Math.Abs(p.Left - upper.Left) < 0.2 * upper.Size && p.Middle > upper.Middle)
                .MinBy(p => p.Middle);
            if (lower is null)
                continue;
            var box = upper.Box.Union(lower.Box);
            var between = pieces.Where(p => Middles.Contains(p.Text[0]) && Math.Abs(p.Left - upper.Left) < 0.2 * upper.Size &&
                p.Box.Bottom > box.Y - 1 && p.Box.Y < box.Bottom + 1);
            var (opening, sign) = sort < 3 ? (Opening.Right, OpeningSigns[sort]) : (Opening.Left, ClosingSigns[sort - 3]);
            yield return new Delimiter(box, opening, sign, [upper, lower, .. between]);
        }
    }
}
