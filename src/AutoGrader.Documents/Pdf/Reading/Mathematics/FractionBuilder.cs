using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>
/// Builds <c>(a)/(b)</c> around a bar. Rules of tables, underlines and rules above footnotes are told from bars by what stands around them:
/// a numerator and a denominator are centred on the bar, close to it, no wider than it, and nothing on their lines goes on beyond its ends.
/// Distances follow TeX (num1 = 0.68, denom1 = 0.69, axis = 0.25 of the size; other programs copy them).
/// </summary>
internal static class FractionBuilder
{
    private const double SmallestRise = 0.1;
    private const double LargestRise = 1.3;
    private const double SmallestDrop = 0.4;
    private const double LargestDrop = 1.9;
    private const double LargestGap = 0.7;
    private const double SmallestFill = 0.6;

    /// <summary>A fraction with this bar, or <c>null</c>.</summary>
    public static Construction? Build(List<Atom> atoms, Box bar)
    {
        var near = atoms.Where(a => a.Centre > bar.X - 1 && a.Centre < bar.Right + 1).ToList();
        var above = Part(near, a => Rise(a, bar), SmallestRise, LargestRise, a => a.Middle < bar.Y + bar.Height / 2, bar);
        var below = Part(near, a => Drop(a, bar), SmallestDrop, LargestDrop, a => a.Middle > bar.Y + bar.Height / 2, bar);
        var isFraction = above.Count > 0 && below.Count > 0
            && Fits(above, below, bar)
            && !HasCells(above) && !HasCells(below)
            && !GoesOn(atoms, above, bar) && !GoesOn(atoms, below, bar);
        return isFraction ? Make(above, below, bar) : null;
    }

    /// <summary>How far the baseline lies above the bar, in sizes; of centred formulas, as if they stood on their lower edge.</summary>
    private static double Rise(Atom a, Box bar) => a.Centred ? (bar.Y - a.Box.Bottom) / a.Size + 0.3 : (bar.Y - a.Baseline) / a.Size;

    private static double Drop(Atom a, Box bar) => a.Centred ? (a.Box.Y - bar.Bottom) / a.Size + 0.7 : (a.Baseline - bar.Bottom) / a.Size;

    /// <summary>The row of letters next to the bar: from the nearest, everything that overlaps it in height, scripts included.</summary>
    private static List<Atom> Part(List<Atom> near, Func<Atom, double> distance, double least, double most, Func<Atom, bool> side, Box bar)
    {
        var candidates = near.Where(a => side(a) && distance(a) > -0.2 && distance(a) <= most).ToList();
        var nearest = candidates.MinBy(a => GapTo(a, bar));
        if (nearest is null || GapTo(nearest, bar) > LargestGap * nearest.Size)
            return [];
        var (top, bottom) = (nearest.Box.Y, nearest.Box.Bottom);
        List<Atom> part = [];
        for (var grown = true; grown;)
        {
            var next = candidates
                .Where(a => Math.Min(a.Box.Bottom, bottom) - Math.Max(a.Box.Y, top) > 0.3 * Math.Min(a.Box.Height, bottom - top))
                .ToList();
            grown = next.Count > part.Count;
            part = next;
            (top, bottom) = (Math.Min(top, part.Min(a => a.Box.Y)), Math.Max(bottom, part.Max(a => a.Box.Bottom)));
        }

        var (size, baseline) = Linearizer.Prevailing(part);
        var main = part.Where(a => a.Size >= size * Measures.ScriptSize && Math.Abs(a.Baseline - baseline) < 0.1 * size).ToList();
        if (main.Count > 0 && !main.Any(a => distance(a) >= least))
            return [];
        for (var grown = true; grown;)
        {
            var scripts = near.Where(a => side(a) && !part.Contains(a) && IsScriptOf(part, a, size, baseline)).ToList();
            grown = scripts.Count > 0;
            part.AddRange(scripts);
        }

        return part;
    }

    /// <summary>Whether an atom is a script right after an atom of a part, or a limit of a large operator in it.</summary>
    private static bool IsScriptOf(List<Atom> part, Atom a, double size, double baseline)
    {
        if (a.Size >= size * Measures.ScriptSize)
            return false;
        var shift = Math.Abs(a.Baseline - baseline);
        return (shift < 0.8 * size && part.Any(m => a.Left - m.Right > -0.3 * size && a.Left - m.Right < 0.25 * size))
            || (shift < 1.9 * size && part.Any(m => m.Kind == AtomKind.LargeOperator && Math.Abs(a.Centre - m.Centre) < 0.6 * m.Size));
    }

    /// <summary>Whether wide gaps cut a part: cells above and below the rule of a table, not a numerator or denominator.</summary>
    private static bool HasCells(List<Atom> part)
    {
        var sorted = part.OrderBy(a => a.Left).ToList();
        return sorted.Zip(sorted.Skip(1))
            .Any(p => p.Second.Left - p.First.Right > Measures.WideGap * Math.Max(p.First.Size, p.Second.Size));
    }

    private static double GapTo(Atom a, Box bar) => a.Middle < bar.Y ? bar.Y - a.Box.Bottom : a.Box.Y - bar.Bottom;

    private static bool Fits(List<Atom> above, List<Atom> below, Box bar)
    {
        var (a, b) = (Extent(above), Extent(below));
        var size = Math.Max(above.Max(x => x.Size), below.Max(x => x.Size));
        var widest = Math.Max(a.Width, b.Width);
        var middle = bar.X + bar.Width / 2;
        var slack = 0.3 * size;
        return widest >= bar.Width * SmallestFill - slack
            && widest <= bar.Width + slack
            && Math.Abs(a.X + a.Width / 2 - middle) < slack + 0.05 * bar.Width
            && Math.Abs(b.X + b.Width / 2 - middle) < slack + 0.05 * bar.Width;
    }

    /// <summary>Whether text on the baseline of a part goes on right beyond the bar.</summary>
    private static bool GoesOn(List<Atom> atoms, List<Atom> part, Box bar)
    {
        var (size, baseline) = Linearizer.Prevailing(part);
        return atoms
            .Where(a => a.Kind == AtomKind.Letter && !part.Contains(a))
            .Where(a => Math.Abs(a.Baseline - baseline) < 0.05 * size && a.Size > size * 0.7)
            .Any(a => (a.Left >= bar.Right - 1 && a.Left - bar.Right < 0.12 * size)
                || (a.Right <= bar.X + 1 && bar.X - a.Right < 0.12 * size)
                || (a.Left < bar.X && a.Right > bar.X)
                || (a.Left < bar.Right && a.Right > bar.Right));
    }

    private static Box Extent(List<Atom> atoms)
    {
        var left = atoms.Min(a => a.Left);
        return new Box(left, 0, atoms.Max(a => a.Right) - left, 0);
    }

    private static Construction Make(List<Atom> above, List<Atom> below, Box bar)
    {
        var (numerator, denominator) = (Linearizer.Line(above), Linearizer.Line(below));
        var barPlace = new Place(numerator.PlaceOf(0).Page, bar);
        var text = MappedText.Of("(", numerator.PlaceOf(0));
        text.Append(numerator);
        text.AppendUnprinted(")");
        text.Append("/", barPlace);
        text.Append("(", denominator.PlaceOf(0));
        text.Append(denominator);
        text.AppendUnprinted(")");
        var all = above.Concat(below).ToList();
        var size = Math.Max(Linearizer.Prevailing(above).Size, Linearizer.Prevailing(below).Size);
        return new Construction(
            new Atom
            {
                Kind = AtomKind.Composite,
                Text = text,
                Box = all.Select(a => a.Box).Aggregate(bar, (x, y) => x.Union(y)),
                Left = Math.Min(bar.X, all.Min(a => a.Left)),
                Right = Math.Max(bar.Right, all.Max(a => a.Right)),
                Baseline = bar.Y + bar.Height / 2 + Measures.AxisHeight * size,
                Size = size,
                Centred = true,
                Mathematical = true,
            },
            [.. all]);
    }
}
