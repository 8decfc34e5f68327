using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>What single letters stand for in linear text.</summary>
internal static class Glyphs
{
    /// <summary>
    /// Brackets in pieces as Adobe's symbol fonts (and so the CMEX family) encode them, from U+F8E5 on, in Unicode's own code points.
    /// </summary>
    private const string PrivatePieces = "‾⏐⎯®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭";
    private const int FirstPrivatePiece = 0xF8E5;
    private const string Superscripts = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱiᵀTᵈdᵏkᵐmᵗtᵛvᵃaᵇbᶜcᵉeʰhʲjˡlᵒoᵖpʳrˢsᵘuʷwˣxʸyᶻzᴺNᴴHᴷKᴹMᴰDᵂWᵠφᵡχ";
    private const string Subscripts = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₒoₓxₕhₖkₗlₘmₙnₚpₛsₜtᵢiⱼjᵣrᵤuᵥv";

    /// <summary>Standing accents of old TeX fonts and the combining mark each stands for.</summary>
    private const string StandingAccents =
        "¨\u0308´\u0301`\u0300ˆ\u0302^\u0302˜\u0303~\u0303¯\u0304˘\u0306˙\u0307˚\u030A˝\u030Bˇ\u030C¸\u0327˛\u0328";

    public const string LargeOperators = "∑∏∫∐⋃⋂⨁⨂⋁⋀";

    /// <summary>
    /// A letter's text as it is used from here on: ligatures opened, styled letters of mathematics made plain, one minus sign.
    /// </summary>
    public static string Normalize(string text)
    {
        if (text.Length == 1 && text[0] is > ' ' and < '\u007F')
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(Normalize(rune));
        return result.ToString();
    }

    /// <summary>Whether the font left it open what a letter is.</summary>
    public static bool IsUnknown(string text) =>
        text.Length == 0 || text.EnumerateRunes().Any(r => r.Value == 0xFFFD || Rune.GetUnicodeCategory(r) is UnicodeCategory.PrivateUse or
            UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    /// <summary>The mark that a standing accent becomes when it is printed over a letter; <c>null</c> for everything else.</summary>
    public static char? CombiningMark(string text)
    {
        if (text.Length != 1)
            return null;
        if (CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark)
            return text[0];
        return Partner(StandingAccents, text[0]);
    }

    /// <summary>The plain letter of a superscript letter, or <c>null</c>.</summary>
    public static char? Superscript(char c) => Partner(Superscripts, c);

    /// <summary>The plain letter of a subscript letter, or <c>null</c>.</summary>
    public static char? Subscript(char c) => Partner(Subscripts, c);

    /// <summary>Letters of fonts that draw plain codes with double strokes.</summary>
    public static string Blackboard(string text) =>
        text switch { "R" => "ℝ", "N" => "ℕ", "Z" => "ℤ", "Q" => "ℚ", "C" => "ℂ", "E" => "𝔼", _ => text };

    private static char? Partner(string pairs, char c)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == c)
                return pairs[i + 1];
        }

        return null;
    }

    private static string Normalize(Rune rune) => rune.Value switch
    {
        // Bitmap fonts of TeX without encoding: ligatures, dieresis and sharp s at their places in the OT1 and T1 encodings.
        0x0B or 0x1B => "ff",
        0x0C or 0x1C => "fi",
        0x0D or 0x1D => "fl",
        0x0E or 0x1E => "ffi",
        0x0F or 0x1F => "ffl",
        0x7F => "¨",
        0x19 => "ß",
        0x2212 or 0x2010 or 0x2011 or 0xFE63 or 0xFF0D => "-",
        0x2215 or 0x2044 => "/",
        0x22C5 or 0x2219 => "·",
        0x2217 => "*",
        0x2223 => "|",
        0x2236 => ":",
        0x210E => "h",
        0x22A4 => "T",
        0x2032 => "'",
        0x03F5 => "ε",
        0x03D5 => "φ",
        0x2126 => "Ω",
        0x2206 => "Δ",
        0x00B5 => "μ",
        0xE020 => "\u0338",
        >= 0xFE00 and <= 0xFE0F => "",
        >= FirstPrivatePiece and <= 0xF8FE => PrivatePieces[rune.Value - FirstPrivatePiece].ToString(),
        >= 0xFB00 and <= 0xFB06 => rune.ToString().Normalize(NormalizationForm.FormKC),
        >= 0x1D400 and <= 0x1D7FF => rune.ToString().Normalize(NormalizationForm.FormKC),
        >= 0x2102 and <= 0x2138 when rune.Value is 0x210B or 0x2110 or 0x2112 or 0x211B or 0x2130 or 0x2131 or 0x2133 =>
            rune.ToString().Normalize(NormalizationForm.FormKC),
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator => " ",
        _ => rune.ToString(),
    };
}
