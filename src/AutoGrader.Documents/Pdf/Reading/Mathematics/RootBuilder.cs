using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>Builds <c>sqrt(…)</c> from a root sign, its bar and what stands below the bar.</summary>
internal static class RootBuilder
{
    /// <summary>The hook of a drawn root sign is about this wide, as a part of the size of what is below.</summary>
    private const double HookWidth = 0.5;

    /// <summary>
    /// A root whose sign is a letter and whose bar is <paramref name="bar"/>; <c>null</c> where the bar touches no root sign.
    /// </summary>
    public static Construction? Build(List<Atom> atoms, Box bar)
    {
        var sign = atoms.Where(a => IsRootSign(a) && Meets(a, bar)).OrderBy(a => Math.Abs(a.Box.Right - bar.X)).FirstOrDefault();
        if (sign is null)
            return null;
        var area = new Box(bar.X - 0.1 * sign.Size, bar.Y, bar.Width + 0.2 * sign.Size, Math.Max(1, sign.Box.Bottom - bar.Y));
        return Make(Within(atoms, area, sign), sign.Box.Union(bar), sign);
    }

    /// <summary>A root drawn as one path.</summary>
    public static Construction? BuildDrawn(List<Atom> atoms, Box drawn)
    {
        var inside = Within(atoms, drawn, null);
        if (inside.Count == 0 || inside.Min(a => a.Left) - drawn.X < HookWidth * inside.Max(a => a.Size) * 0.8)
            return null;
        return Make(inside, drawn, null);
    }

    /// <summary>Root signs without a bar, as typed from a keyboard: <c>√3</c>, <c>√d_k</c>.</summary>
    public static List<Atom> BuildBare(List<Atom> atoms)
    {
        foreach (var sign in atoms.Where(IsRootSign).ToList())
        {
            var inside = BareRadicand(atoms, sign);
            if (Make(inside, sign.Box, sign) is not { } made)
                continue;
            atoms = atoms.Where(a => !made.Used.Contains(a)).ToList();
            atoms.Add(made.Made with
            {
                BlankAfter = inside[^1].BlankAfter,
                BlanksAreLetters = sign.BlanksAreLetters,
                Mathematical = false,
            });
        }

        return atoms;
    }

    /// <summary>What a typed root sign covers: one number or word, with its scripts.</summary>
    private static List<Atom> BareRadicand(List<Atom> atoms, Atom sign)
    {
        var inside = new List<Atom>();
        var right = sign.Right;
        var behind = atoms.Where(a => a.Left >= sign.Right - 0.1 * sign.Size
            && a.Left < sign.Right + 4 * sign.Size
            && Math.Abs(a.Baseline - sign.Baseline) < 0.4 * sign.Size);
        foreach (var next in behind.OrderBy(a => a.Left))
        {
            if (next.Left - right > 0.2 * sign.Size || !BelongsToRadicand(inside, next))
                break;
            inside.Add(next);
            right = next.Right;
        }

        return inside;
    }

    private static bool BelongsToRadicand(List<Atom> inside, Atom next)
    {
        if (inside.Count == 0)
            return next.Kind == AtomKind.Letter && char.IsLetterOrDigit(next.Text[0]);
        if (next.Size < 0.85 * inside[0].Size)
            return true;
        var (first, last, c) = (inside[0].Text[0], inside[^1].Text[0], next.Text[0]);
        var goesOn = next.Kind == AtomKind.Letter && (char.IsAsciiDigit(first) ? char.IsAsciiDigit(c) : char.IsLetter(c));
        return goesOn || (c == '_' ? char.IsLetter(last) : last == '_');
    }

    private static bool IsRootSign(Atom atom) => atom is { Kind: AtomKind.Letter, Text: { Length: 1 } text } && text[0] == '√';

    private static bool Meets(Atom sign, Box bar) =>
        Math.Abs(sign.Box.Right - bar.X) < 0.25 * sign.Size && Math.Abs(sign.Box.Y - bar.Y) < 0.2 * sign.Size + bar.Height;

    private static List<Atom> Within(List<Atom> atoms, Box area, Atom? sign)
    {
        var depth = area.Height * 0.35;
        return atoms
            .Where(a => a != sign && a.Centre > area.X && a.Centre < area.Right && a.Middle > area.Y && a.Middle < area.Bottom + depth)
            .ToList();
    }

    private static Construction? Make(List<Atom> inside, Box box, Atom? sign)
    {
        if (inside.Count == 0)
            return null;
        var (size, baseline) = Linearizer.Prevailing(inside);
        var inner = Linearizer.Line(inside);
        var text = MappedText.Of("sqrt(", new Place(inner.PlaceOf(0).Page, box));
        text.Append(inner);
        text.AppendUnprinted(")");
        var made = new Atom
        {
            Kind = AtomKind.Composite,
            Text = text,
            Box = inside.Select(a => a.Box).Aggregate(box, (a, b) => a.Union(b)),
            Left = sign?.Left ?? box.X,
            Right = Math.Max(box.Right, inside.Max(a => a.Right)),
            Baseline = baseline,
            Size = size,
            Mathematical = true,
        };
        HashSet<Atom> used = [.. inside];
        if (sign is not null)
            used.Add(sign);
        return new Construction(made, used);
    }
}
