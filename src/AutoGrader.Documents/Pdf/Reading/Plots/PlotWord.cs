using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>A word on a page with plots, or several beside each other.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Box">As high as its ink and as wide as its letters are set, by which numbers are aligned.</param>
/// <param name="Baseline">Its baseline; for turned text the lower edge of its ink.</param>
/// <param name="Size">The size of its letters.</param>
/// <param name="Value">The number it stands for; <c>null</c> where it is none.</param>
/// <param name="Colour">The colour of its first letter.</param>
internal sealed record PlotWord(string Text, Box Box, double Baseline, double Size, double? Value, Rgb? Colour)
{
    public double Centre => Box.X + Box.Width / 2;

    public double Middle => Box.Y + Box.Height / 2;

    /// <summary>Whether it says something: numbers and signs alone belong to the axes.</summary>
    public bool IsWording => Value is null && Text.Any(char.IsLetter);
}
