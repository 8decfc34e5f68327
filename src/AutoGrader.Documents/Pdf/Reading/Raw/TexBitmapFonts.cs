namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>
/// Recognises text fonts of TeX that were embedded as bitmaps (Type 3) and name no characters. All Computer Modern text fonts share the
/// proportions of their widths over all sizes and encodings, and their letters and digits have the codes of ASCII: where the widths
/// fit, the codes are known. Widths: Knuth, Computer Modern Typefaces (1986), as in the metrics <c>cmr10</c>, <c>cmbx10</c>, <c>cmti10</c>,
/// <c>cmss10</c>. Mathematical fonts are not among them.
/// </summary>
internal static class TexBitmapFonts
{
    /// <summary>So many letters and digits, and so many different widths among them, are needed to tell.</summary>
    private const int FewestLetters = 6;
    private const int FewestWidths = 3;

    /// <summary>How far a width may be off: small sizes are a little wider, and bitmaps are rounded to pixels.</summary>
    private const double Tolerance = 0.025;

    /// <summary>The letters that may be off: in the bold of T1 the a is narrower.</summary>
    private const double Misfits = 0.05;

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // In thousandths of the size, in the order of Letters.
    private static readonly int[][] Families =
    [
        // roman
        [
            500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
            750, 708, 722, 764, 681, 653, 785, 750, 361, 514, 778, 625, 917,
            750, 778, 681, 778, 736, 556, 722, 750, 750, 1028, 750, 750, 611,
            500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833,
            556, 500, 556, 528, 392, 394, 389, 556, 528, 722, 528, 528, 444,
        ],
        // bold
        [
            575, 575, 575, 575, 575, 575, 575, 575, 575, 575,
            869, 818, 831, 882, 756, 724, 904, 900, 436, 594, 901, 692, 1092,
            900, 864, 786, 864, 862, 639, 800, 885, 869, 1189, 869, 869, 703,
            559, 639, 511, 639, 527, 351, 575, 639, 319, 351, 607, 319, 958,
            639, 575, 639, 607, 474, 454, 447, 639, 607, 831, 607, 607, 511,
        ],
        // italic
        [
            511, 511, 511, 511, 511, 511, 511, 511, 511, 511,
            743, 704, 716, 755, 678, 653, 774, 743, 386, 525, 769, 627, 897,
            743, 767, 678, 767, 729, 562, 716, 743, 743, 999, 743, 743, 613,
            511, 460, 460, 511, 460, 307, 460, 511, 307, 307, 460, 256, 818,
            562, 511, 511, 460, 422, 409, 332, 537, 460, 664, 464, 486, 409,
        ],
        // sans serif
        [
            500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
            667, 667, 639, 722, 597, 569, 667, 708, 278, 472, 694, 542, 875,
            708, 736, 639, 736, 646, 556, 681, 688, 667, 944, 667, 667, 611,
            481, 517, 444, 517, 444, 306, 500, 517, 239, 267, 489, 239, 794,
            517, 500, 517, 517, 342, 383, 361, 517, 461, 683, 461, 461, 435,
        ],
    ];

    // The upper half of T1 (Cork) is Latin-1 where German needs it, but for ß.
    private const char SharpS = '\u00FF';

    /// <summary>Whether a font with these widths by character code is one of them.</summary>
    public static bool Fits(IReadOnlyDictionary<int, double> widths)
    {
        var known = Letters.Index().Where(l => widths.GetValueOrDefault(l.Item) > 0).Select(l => (l.Index, Width: widths[l.Item])).ToList();
        return known.Count >= FewestLetters && known.Select(k => k.Width).Distinct().Count() >= FewestWidths
            && Families.Any(family => Fits(family, known));
    }

    /// <summary>What a character code stands for; <c>null</c> where that is not known.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isCork">Whether the font is encoded as T1 (Cork) and not as OT1.</param>
    public static string? TextOf(int code, bool isCork) => code switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' => ((char)code).ToString(),
        '!' or '#' or '%' or '&' or '(' or ')' or '*' or '+' or ',' or '-' or '.' or '/' or ':' or ';' or '=' or '?' or '@' or '[' or ']'
            => ((char)code).ToString(),
        '\'' => "’",
        '`' => "‘",
        _ => isCork ? Cork(code) : Knuth(code),
    };

    /// <summary>Whether codes are those of T1: it has accented letters above, and its ligatures elsewhere than OT1.</summary>
    public static bool IsCork(IEnumerable<int> codes) => codes.Any(c => c is >= 0x80 or (>= 0x1B and <= 0x1F) or 0x15);

    private static string? Cork(int code) => code switch
    {
        0x10 => "“",
        0x11 => "”",
        0x12 => "„",
        0x15 => "–",
        0x16 => "—",
        0x1B => "ff",
        0x1C => "fi",
        0x1D => "fl",
        0x1E => "ffi",
        0x1F => "ffl",
        '"' or '$' or '<' or '>' or '\\' or '^' or '_' or '{' or '|' or '}' or '~' => ((char)code).ToString(),
        SharpS => "ß",
        0xD7 => "Œ",
        0xF7 => "œ",
        0xDF => "SS",
        >= 0xC0 and < 0xFF => ((char)code).ToString(),
        _ => null,
    };

    private static string? Knuth(int code) => code switch
    {
        0x0B => "ff",
        0x0C => "fi",
        0x0D => "fl",
        0x0E => "ffi",
        0x0F => "ffl",
        0x19 => "ß",
        '"' => "”",
        '\\' => "“",
        '{' => "–",
        '|' => "—",
        _ => null,
    };

    private static bool Fits(int[] family, List<(int Index, double Width)> known)
    {
        var scales = known.ConvertAll(k => k.Width / family[k.Index]);
        var scale = scales.Order().ElementAt(scales.Count / 2);
        var fitting = scales.Count(s => Math.Abs(s / scale - 1) <= Tolerance);
        return fitting >= FewestLetters && scales.Count - fitting <= Math.Max(1, Misfits * scales.Count);
    }
}
