using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>A letter that does not show.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="By">What hides it.</param>
internal sealed record HiddenLetter(RawLetter Letter, HiddenBy By);

/// <summary>What hides a letter.</summary>
internal enum HiddenBy
{
    /// <summary>A rendering mode that paints nothing, as the text behind a scanned page.</summary>
    RenderingMode,

    /// <summary>It is too small to be seen.</summary>
    Size,

    /// <summary>It lies outside the page as displayed.</summary>
    PageEdge,

    /// <summary>It has the colour of what lies behind it.</summary>
    Colour,

    /// <summary>An image or an area lies above it.</summary>
    Cover,

    /// <summary>It is painted with no opacity.</summary>
    Transparency,

    /// <summary>It lies outside the area that painting is cut to.</summary>
    Clipping,
}
