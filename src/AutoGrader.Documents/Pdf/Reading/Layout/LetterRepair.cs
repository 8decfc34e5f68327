using System.Text;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>
/// Makes atoms of visible letters: blanks become marks, accents join their letters, styles of mathematics become plain letters.
/// </summary>
internal static class LetterRepair
{
    private const double UsualShareOfBlanks = 0.05;
    private const double ScriptSize = 0.7;
    private const double ScriptRise = 0.35;
    private const double ScriptDrop = 0.15;
    private static readonly string[] MonospacedMarks =
    [
        "mono", "courier", "consol", "typewriter", "cmtt", "lmtt", "sftt", "ectt", "menlo", "inconsolata", "firacode", "txtt", "hack-",
    ];
    private static readonly string[] BlackboardMarks = ["msbm", "blackboard", "bbold", "dsrom", "katex_ams"];
    private static readonly string[] MathematicalMarks =
        ["cmmi", "cmsy", "cmex", "msbm", "msam", "math", "katex", "mathjax", "mjx", "eufm", "stmary", "symbol"];

    /// <summary>The atoms of a page, in the order of the file.</summary>
    public static List<Atom> Repair(IReadOnlyList<RawLetter> letters, int page)
    {
        var monospaced = MonospacedFonts(letters);
        var atoms = new List<Atom>(letters.Count);
        var baseline = double.NaN;
        foreach (var letter in letters)
        {
            var text = Glyphs.Normalize(letter.Text);
            if (text.Length > 0 && string.IsNullOrWhiteSpace(text))
            {
                if (atoms.Count > 0 && Math.Abs(baseline - letter.Baseline) < letter.Size * 0.1 && letter.Right > atoms[^1].Left)
                    atoms[^1] = atoms[^1] with { BlankAfter = true };
                continue;
            }

            baseline = letter.Baseline;

            var atom = MakeAtom(letter, text, page, monospaced.Contains(letter.Font));
            if (Glyphs.CombiningMark(text) is { } mark && atoms.Count > 0 && Covers(atoms[^1], atom))
                atoms[^1] = Join(atoms[^1], mark, atom);
            else if (atoms.Count > 0 && Glyphs.CombiningMark(atoms[^1].Text.ToString()) is { } earlier && Covers(atom, atoms[^1]))
                atoms[^1] = Join(atom, earlier, atoms[^1]);
            else
                atoms.Add(atom);
        }

        var blanks = atoms.Count(a => a.BlankAfter);
        return blanks > atoms.Count * UsualShareOfBlanks ? [.. atoms.Select(a => a with { BlanksAreLetters = true })] : atoms;
    }

    private static Atom MakeAtom(RawLetter letter, string text, int page, bool monospaced)
    {
        var unknown = Glyphs.IsUnknown(text);
        if (Has(letter.Font, BlackboardMarks))
            text = Glyphs.Blackboard(text);
        var size = Math.Max(letter.Size, 1);
        var box = letter.Ink is { Width: > 0, Height: > 0 }
            ? letter.Ink
            : new Box(letter.Left, letter.Baseline - size * 0.7, Math.Max(0, letter.Right - letter.Left), size * 0.7);
        var atom = new Atom
        {
            Text = MappedText.Of(unknown ? "\uFFFD" : text, new Place(page, box)),
            Box = box,
            Left = letter.Left,
            Right = letter.Right,
            Baseline = letter.Baseline,
            Size = size,
            Font = letter.Font,
            Bold = letter.Bold,
            Monospaced = monospaced,
            Mathematical = Has(letter.Font, MathematicalMarks),
            Unknown = unknown,
        };
        return text.Length != 1 ? atom : Placed(atom, text[0], new Place(page, box));
    }

    /// <summary>Puts letters that are scripts by themselves, and signs that hang below their baseline, where the eye sees them.</summary>
    private static Atom Placed(Atom atom, char c, Place place)
    {
        if (Glyphs.Superscript(c) is { } up)
            return Script(up, atom.Baseline - atom.Size * ScriptRise);
        if (Glyphs.Subscript(c) is { } down)
            return Script(down, atom.Baseline + atom.Size * ScriptDrop);
        if (atom.Mathematical && c is 'Σ' or 'Π' && atom.Font.StartsWith("Symbol", StringComparison.Ordinal))
            return Placed(atom with { Text = MappedText.Of(c == 'Σ' ? "∑" : "∏", place) }, c == 'Σ' ? '∑' : '∏', place);
        if (Glyphs.LargeOperators.Contains(c))
            return atom with { Kind = AtomKind.LargeOperator, Baseline = atom.Middle + Measures.AxisHeight * atom.Size };
        // TeX's extension fonts hang brackets and roots below the baseline.
        var hanging = !char.IsLetterOrDigit(c)
            && atom.Mathematical
            && atom.Box.Y > atom.Baseline - 0.15 * atom.Size
            && atom.Box.Height > 0.7 * atom.Size;
        return hanging ? atom with { Baseline = atom.Middle + Measures.AxisHeight * atom.Size } : atom;

        Atom Script(char plain, double baseline) =>
            atom with { Text = MappedText.Of(plain.ToString(), place), Baseline = baseline, Size = atom.Size * ScriptSize };
    }

    private static bool Covers(Atom letter, Atom accent)
    {
        if (letter.Text.Length != 1 || !(char.IsLetter(letter.Text[0]) || accent.Text[0] == '\u0338'))
            return false;
        var centre = accent.Box.X + accent.Box.Width / 2;
        return centre > letter.Box.X - letter.Size * 0.05 && centre < letter.Box.Right + letter.Size * 0.05 &&
            Math.Abs(letter.Baseline - accent.Baseline) < letter.Size * 0.6;
    }

    private static Atom Join(Atom letter, char mark, Atom accent)
    {
        var plain = letter.Text[0] switch { 'ı' => 'i', 'ȷ' => 'j', var c => c };
        var box = letter.Box.Union(accent.Box);
        var text = $"{plain}{mark}".Normalize(NormalizationForm.FormC);
        return letter with
        {
            Text = MappedText.Of(text, new Place(letter.Text.PlaceOf(0).Page, box)),
            Box = box,
            BlankAfter = accent.BlankAfter || letter.BlankAfter,
        };
    }

    /// <summary>Fonts named as such, and fonts in which narrow and wide letters advance alike.</summary>
    private static HashSet<string> MonospacedFonts(IReadOnlyList<RawLetter> letters)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var font in letters.GroupBy(l => l.Font, StringComparer.Ordinal))
        {
            var narrow = Advances(font, "il.,;:'|![]()");
            var wide = Advances(font, "mwMWQOABCDGHNU");
            var even = narrow.Count > 0 && wide.Count > 0
                && Math.Abs(narrow.Max() - wide.Min()) < 0.02
                && Math.Abs(wide.Max() - narrow.Min()) < 0.02;
            if (even || Has(font.Key, MonospacedMarks))
                result.Add(font.Key);
        }

        return result;
    }

    private static List<double> Advances(IEnumerable<RawLetter> letters, string which) =>
        letters.Where(l => l.Text.Length == 1 && which.Contains(l.Text[0]) && l.Size > 0).Select(l => (l.Right - l.Left) / l.Size).ToList();

    private static bool Has(string font, string[] marks) => marks.Any(m => font.Contains(m, StringComparison.OrdinalIgnoreCase));
}
