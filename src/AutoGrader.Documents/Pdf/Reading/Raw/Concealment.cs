namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>How a letter is kept from showing although it is painted in a colour that would show.</summary>
internal enum Concealment
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>An image or an area painted later lies above it.</summary>
    Covered,

    /// <summary>It is painted with no opacity.</summary>
    Transparent,

    /// <summary>It lies outside the area that painting is cut to.</summary>
    Clipped,
}
