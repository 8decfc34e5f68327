using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>What is drawn on one page, in the coordinates of <see cref="Box"/>.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Turn">How the page is turned for reading; all places here are on the turned page.</param>
/// <param name="Letters">In the order of the content stream, blanks included.</param>
/// <param name="Shapes">Filled and stroked paths in the order of painting.</param>
/// <param name="Images">Where images stand.</param>
internal sealed record RawPage(
    int Number, PageTurn Turn, IReadOnlyList<RawLetter> Letters, IReadOnlyList<RawShape> Shapes, IReadOnlyList<Box> Images)
{
    /// <summary>The page as it is read.</summary>
    public PageSize Size => Turn.Reading;

    /// <summary>Text that viewers show beside or above the page.</summary>
    public IReadOnlyList<RawAnnotation> Annotations { get; init; } = [];

    /// <summary>Letters that run in another direction, such as the label of a vertical axis.</summary>
    public IReadOnlyList<RawLetter> TurnedLetters { get; init; } = [];

    /// <summary>Lines and curves by which plots are found.</summary>
    public RawDrawing Drawing { get; init; } = RawDrawing.Empty;

    /// <summary>Letters left out because the page has more than the limit.</summary>
    public int LettersOverLimit { get; init; }

    /// <summary>Paths left out because the page has more than the limit.</summary>
    public int PathsOverLimit { get; init; }
}

/// <summary>Text of an annotation.</summary>
/// <param name="Kind">What the file calls it, such as <c>FreeText</c>.</param>
/// <param name="Box">Where it stands; for a comment, its mark.</param>
/// <param name="Text">What it says; for an attached file, its name.</param>
internal sealed record RawAnnotation(string Kind, Box Box, string Text);

/// <summary>A painted path.</summary>
/// <param name="Box">The box around it, line width included, cut to the clipping path where that is certain.</param>
/// <param name="Fill">The colour of its area; <c>null</c> where it is only stroked.</param>
/// <param name="Curves">How many curved pieces it has.</param>
/// <param name="Pieces">How many pieces it has.</param>
/// <param name="Opening">The side to which a tall narrow path is open, as <c>(</c> opens to the right.</param>
/// <param name="Clipped">Whether the path reaches farther than its box, which was cut to the clipping path.</param>
internal sealed record RawShape(Box Box, Rgb? Fill, int Curves, int Pieces, Opening Opening, bool Clipped)
{
    /// <summary>What it looks like, where it is filled and may be a letter; else <c>null</c>.</summary>
    public GlyphShape? Glyph { get; init; }

    /// <summary>Whether it is a horizontal line.</summary>
    public bool IsHorizontalRule => Box.Height <= 2 && Box.Width >= 2.5 && Box.Width > 2.5 * Box.Height && Curves == 0;
}

/// <summary>The side to which a bracket drawn as a path is open.</summary>
internal enum Opening
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>Open to the right: a left bracket.</summary>
    Right,

    /// <summary>Open to the left: a right bracket.</summary>
    Left,
}
