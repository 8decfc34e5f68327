namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>
/// Lengths that typesetting systems share, as parts of the font size (TeX: The Program, and the OpenType MATH table's defaults).
/// </summary>
internal static class Measures
{
    /// <summary>How far the axis on which fraction bars and tall brackets are centred lies above the baseline.</summary>
    public const double AxisHeight = 0.25;

    /// <summary>
    /// From here on a gap between letters of a line is a blank. TeX shrinks blanks to 0.22 and sets thin spaces of 0.17 in formulas.
    /// </summary>
    public const double Blank = 0.16;

    /// <summary>The same between letters of one font on pages whose blanks are letters; there a gap alone is space in a formula.</summary>
    public const double BlankBesideBlankLetters = 0.25;

    /// <summary>
    /// The same between letters of two fonts: a function's name and its argument. TeX sets a thin space between them, which some packages
    /// make thinner; without one they touch.
    /// </summary>
    public const double BlankBetweenFonts = 0.1;

    /// <summary>Programs for formulas put thin spaces after points and commas, decimal ones, too.</summary>
    public const double AfterDecimalSign = 0.22;

    /// <summary>From here on a gap separates parts of a line that do not read on: cells, statements (TeX's <c>\qquad</c> is 2).</summary>
    public const double WideGap = 1.4;

    /// <summary>How far the middle of a centred formula may lie off the axis of its line.</summary>
    public const double AxisTolerance = 0.3;

    /// <summary>Letters below this share of the prevailing size are scripts if they are shifted, too.</summary>
    public const double ScriptSize = 0.88;

    /// <summary>The least shift of a script.</summary>
    public const double ScriptShift = 0.06;
}
