namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>
/// Writes the atoms of one line as linear text: <c>h_t</c>, <c>N^{k×d}</c>, blanks where there are gaps, tabs where there are wide gaps.
/// </summary>
internal static class Linearizer
{
    /// <summary>The size and baseline that most letters of a line are set in; scripts, roots and brackets do not count.</summary>
    public static (double Size, double Baseline) Prevailing(IReadOnlyList<Atom> atoms)
    {
        var letters = atoms.Where(a => a.Kind == AtomKind.Letter && a.Text.Length > 0 && char.IsLetterOrDigit(a.Text[0])).ToList();
        var counted = letters.Count > 0 ? letters : [.. atoms];
        var size = counted.Max(a => a.Size);
        var baselines = counted.Where(a => a.Size >= size * Measures.ScriptSize).Select(a => a.Baseline).Order().ToList();
        return (size, baselines[baselines.Count / 2]);
    }

    /// <summary>The text of one line.</summary>
    public static MappedText Line(IReadOnlyList<Atom> atoms)
    {
        var result = new MappedText();
        if (atoms.Count == 0)
            return result;
        var (size, baseline) = Prevailing(atoms);
        var sorted = InOrder(atoms, size, baseline);
        Atom? previous = null;
        var scripts = new List<Atom>();
        foreach (var atom in sorted)
        {
            if (IsScript(atom, size, baseline))
            {
                scripts.Add(atom);
                continue;
            }

            previous = AppendScripts(result, scripts, baseline) ?? previous;
            if (previous is not null)
                result.AppendUnprinted(Gap(previous, atom, size));
            result.Append(atom.Text);
            previous = previous is null || atom.Right > previous.Right - size ? atom : previous;
        }

        AppendScripts(result, scripts, baseline);
        return result;
    }

    /// <summary>What separates two neighbours: nothing, blanks or a tab.</summary>
    public static string Gap(Atom left, Atom right, double size)
    {
        var gap = right.Left - left.Right;
        if (left.Monospaced && right.Monospaced && left.Kind == AtomKind.Letter && right.Kind == AtomKind.Letter)
        {
            var advance = Math.Max(left.Right - left.Left, 0.3 * size);
            return gap < 0.5 * advance ? "" : new string(' ', Math.Clamp((int)Math.Round(gap / advance), 1, 200));
        }

        if (gap >= Measures.WideGap * size)
            return "\t";
        // Padding around typewriter words in running text is no blank before punctuation.
        if (left.Monospaced && !left.BlankAfter && gap < 0.6 * size && right.Text.Length == 1 && ".,;:!?)".Contains(right.Text[0]))
            return "";
        if (!left.BlankAfter && gap < Measures.AfterDecimalSign * size && IsDecimalSign(left) && char.IsAsciiDigit(right.Text[0]))
            return "";
        var least = AreOfTwoFonts(left, right) ? Measures.BlankBetweenFonts
            : left.BlanksAreLetters && left.Font == right.Font ? Measures.BlankBesideBlankLetters
            : Measures.Blank;
        return gap >= least * size || (left.BlankAfter && gap > -0.1 * size) ? " " : "";
    }

    private static bool AreOfTwoFonts(Atom left, Atom right) => left.Font != right.Font && IsLetter(left) && IsLetter(right);

    private static bool IsLetter(Atom atom) => atom is { Kind: AtomKind.Letter, Text.Length: > 0 } && char.IsLetter(atom.Text[0]);

    private static bool IsDecimalSign(Atom atom) => atom is { Kind: AtomKind.Letter, Text.Length: 1 } && atom.Text[0] is '.' or ',';

    /// <summary>Whether an atom is a sub- or superscript on a line of this size and baseline.</summary>
    public static bool IsScript(Atom atom, double size, double baseline) =>
        atom.Size < size * Measures.ScriptSize && (atom.Centred
            ? Math.Abs(atom.Axis - (baseline - Measures.AxisHeight * size)) > size * Measures.AxisTolerance
            : Math.Abs(atom.Baseline - baseline) > size * Measures.ScriptShift);

    /// <summary>From left to right; limits above and below a large operator follow the operator.</summary>
    private static List<Atom> InOrder(IReadOnlyList<Atom> atoms, double size, double baseline)
    {
        var operators = atoms.Where(a => a.Kind == AtomKind.LargeOperator).ToList();
        double Key(Atom a)
        {
            if (operators.Count == 0 || !IsScript(a, size, baseline))
                return a.Left;
            var carrier = operators.FirstOrDefault(o => a.Centre > o.Left - size && a.Centre < o.Right + size * 0.6
                && !atoms.Any(m => !IsScript(m, size, baseline) && m.Left > a.Left && m.Left < o.Left));
            return carrier is null ? a.Left : Math.Max(a.Left, carrier.Left) + 1e-3;
        }

        return [.. atoms.OrderBy(Key).ThenBy(a => a.Left)];
    }

    private static Atom? AppendScripts(MappedText result, List<Atom> scripts, double baseline)
    {
        if (scripts.Count == 0)
            return null;
        var (above, below) = (scripts.Where(s => s.Baseline <= baseline).ToList(), scripts.Where(s => s.Baseline > baseline).ToList());
        foreach (var (mark, group) in new[] { ('_', below), ('^', above) })
        {
            if (group.Count == 0)
                continue;
            var text = Line(group);
            if (mark == '^' && text.ToString().All(c => c == '\''))
            {
                result.Append(text);
                continue;
            }

            var place = text.PlaceOf(0);
            var bare = text.Length == 1;
            result.Append(bare ? mark.ToString() : $"{mark}{{", place);
            result.Append(text);
            if (!bare)
                result.AppendUnprinted("}");
        }

        var last = scripts.MaxBy(s => s.Right);
        scripts.Clear();
        return last;
    }
}
