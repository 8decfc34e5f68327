using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>Builds fractions and roots around the horizontal lines of a page, inner ones first.</summary>
internal static class Bars
{
    private const double LongestBar = 0.8;

    /// <summary>Lines nearer than this meet.</summary>
    private const double Touching = 0.75;

    /// <summary>A page with more is a drawing.</summary>
    private const int MostBars = 2000;

    /// <summary>The atoms of a page with fractions and roots made one.</summary>
    public static List<Atom> Build(List<Atom> atoms, RawPage page)
    {
        var uprights = page.Shapes.Where(s => s.Curves == 0 && s.Box is { Width: <= 2, Height: >= 6 }).Select(s => s.Box).ToList();
        var bars = page.Shapes
            .Where(s => s.IsHorizontalRule || IsDrawnRoot(s))
            .Where(s => s.Box.Width < page.Size.Width * LongestBar && !IsRuleOfTable(s.Box, uprights))
            .OrderBy(s => s.Box.Width).ThenBy(s => s.Box.Y).ThenBy(s => s.Box.X)
            .Take(MostBars);
        atoms = BuildOverlined(atoms);
        foreach (var bar in bars)
        {
            var built = bar.IsHorizontalRule
                ? RootBuilder.Build(atoms, bar.Box) ?? FractionBuilder.Build(atoms, bar.Box)
                : RootBuilder.BuildDrawn(atoms, bar.Box);
            if (built is not { } b)
                continue;
            atoms = atoms.Where(a => !b.Used.Contains(a)).ToList();
            atoms.Add(b.Made);
        }

        return RootBuilder.BuildBare(atoms);
    }

    /// <summary>Whether upright lines meet both ends of a bar, as those of a table do and those around a fraction do not.</summary>
    private static bool IsRuleOfTable(Box bar, List<Box> uprights)
    {
        return Meets(bar.X) && Meets(bar.Right);

        bool Meets(double end) => uprights.Exists(u =>
            Math.Abs(u.X + u.Width / 2 - end) < Touching && u.Y < bar.Bottom + Touching && u.Bottom > bar.Y - Touching);
    }

    /// <summary>Symbol fonts draw the bar of a root with letters side by side.</summary>
    private static List<Atom> BuildOverlined(List<Atom> atoms)
    {
        var pieces = atoms.Where(IsOverline).OrderBy(a => a.Box.X).ToList();
        if (pieces.Count == 0)
            return atoms;
        atoms = atoms.Where(a => !IsOverline(a)).ToList();
        while (pieces.Count > 0)
        {
            var bar = pieces[0].Box;
            var part = pieces.FindAll(p => Math.Abs(p.Box.Y - bar.Y) < 1);
            foreach (var piece in part.Where(p => p.Box.X < bar.Right + 1))
                bar = bar.Union(piece.Box);
            pieces.RemoveAll(p => Math.Abs(p.Box.Y - bar.Y) < 1 && p.Box.Right <= bar.Right + 0.01);
            if (RootBuilder.Build(atoms, bar) is not { } root)
                continue;
            atoms = atoms.Where(a => !root.Used.Contains(a)).ToList();
            atoms.Add(root.Made);
        }

        return atoms;
    }

    private static bool IsOverline(Atom atom) => atom is { Kind: AtomKind.Letter, Text.Length: 1 } && atom.Text[0] == '‾';

    /// <summary>KaTeX draws sign and bar of a root as one path that is clipped at the right.</summary>
    private static bool IsDrawnRoot(RawShape shape) =>
        shape is { Clipped: true, Curves: > 0, Fill: not null, Box: { Height: > 4 and < 200, Width: > 6 } };
}

/// <summary>What was built, and from which atoms.</summary>
internal readonly record struct Construction(Atom Made, HashSet<Atom> Used);
