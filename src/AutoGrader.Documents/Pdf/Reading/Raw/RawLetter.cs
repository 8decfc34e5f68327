using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>One letter as the page shows it, free of the PDF library.</summary>
/// <param name="Text">What the font says it stands for; empty where the font says nothing.</param>
/// <param name="Ink">The box around the drawn glyph.</param>
/// <param name="Left">Where its advance begins.</param>
/// <param name="Right">Where its advance ends.</param>
/// <param name="Baseline">Distance of its baseline from the page's upper edge.</param>
/// <param name="Size">Font size as displayed.</param>
/// <param name="Font">The font's name without subset prefix.</param>
/// <param name="Bold">Whether the font is bold.</param>
/// <param name="Colour">The colour it is painted in; <c>null</c> where that is a pattern.</param>
/// <param name="Painted">Whether it is painted at all (not text rendering mode 3 or 7).</param>
internal sealed record RawLetter(
    string Text, Box Ink, double Left, double Right, double Baseline, double Size, string Font, bool Bold, Rgb? Colour, bool Painted)
{
    /// <summary>Whether the font names no characters, so that the text is a guess from character codes.</summary>
    public bool Guessed { get; init; }

    /// <summary>Whether something keeps it from showing although its colour would.</summary>
    public Concealment Concealed { get; init; }
}

/// <summary>A colour with parts from 0 to 1.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    /// <summary>The largest difference of a part.</summary>
    public double DistanceTo(Rgb other) =>
        Math.Max(Math.Abs(Red - other.Red), Math.Max(Math.Abs(Green - other.Green), Math.Abs(Blue - other.Blue)));
}
