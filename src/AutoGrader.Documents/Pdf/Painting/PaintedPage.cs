using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace AutoGrader.Documents.Pdf.Painting;

/// <summary>
/// What a page paints, in the order of painting: what comes later lies above. Coordinates are the library's for the page as displayed
/// (turned and cropped, origin bottom left).
/// </summary>
/// <param name="Width">Width as displayed, in points.</param>
/// <param name="Height">Height as displayed, in points.</param>
/// <param name="Items">From the lowest to the uppermost.</param>
/// <param name="IsCut">Whether the page paints more than the limit, so that the rest is missing.</param>
internal sealed record PaintedPage(double Width, double Height, IReadOnlyList<PaintedItem> Items, bool IsCut);

/// <summary>How something is painted.</summary>
/// <param name="Clip">What it is cut to; <c>null</c> where that is the page.</param>
/// <param name="Opacity">From 0, nothing shows, to 1.</param>
/// <param name="IsMixed">Whether it mixes with what lies below: a blend mode or a soft mask.</param>
internal sealed record PaintLayer(Clipping? Clip, double Opacity, bool IsMixed)
{
    /// <summary>Whether what lies below shows nowhere inside its area.</summary>
    public bool IsOpaque => Opacity >= 1 && !IsMixed;
}

/// <summary>Something painted.</summary>
/// <param name="Layer">How.</param>
internal abstract record PaintedItem(PaintLayer Layer);

/// <summary>A letter.</summary>
/// <param name="Font">The font.</param>
/// <param name="Code">The character code within the font.</param>
/// <param name="Outline">Its outline in the glyph's space; <c>null</c> where the file has none. Throws what the library throws.</param>
/// <param name="Text">What the font says it stands for.</param>
/// <param name="ToPage">From the glyph's space (1 is the font size) to the page.</param>
/// <param name="Ink">The box around what it paints.</param>
/// <param name="Mode">Filled, stroked or neither.</param>
/// <param name="Fill">The colour of its area; <c>null</c> where it is a pattern.</param>
/// <param name="Stroke">The colour of its outline.</param>
/// <param name="Layer">How it is painted.</param>
internal sealed record PaintedGlyph(
    IFont Font, int Code, Func<IReadOnlyList<PdfSubpath>?> Outline, string Text, TransformationMatrix ToPage, PdfRectangle Ink,
    TextRenderingMode Mode, Rgb? Fill, Rgb? Stroke, PaintLayer Layer) : PaintedItem(Layer)
{
    /// <summary>Where its baseline begins.</summary>
    public PdfPoint Start => ToPage.Transform(new PdfPoint(0, 0));
}

/// <summary>A path.</summary>
/// <param name="Path">Its pieces.</param>
/// <param name="Bounds">The box around it.</param>
/// <param name="Fill">The colour of its area; <c>null</c> where it is a pattern or not filled.</param>
/// <param name="Stroke">The colour of its line; <c>null</c> where it is a pattern or not stroked.</param>
/// <param name="Line">Its line; <c>null</c> where it is not stroked.</param>
/// <param name="EvenOdd">Whether areas enclosed twice are left out.</param>
/// <param name="Layer">How it is painted.</param>
internal sealed record PaintedPath(
    IReadOnlyList<PdfSubpath> Path, PdfRectangle Bounds, Rgb? Fill, Rgb? Stroke, LineStyle? Line, bool EvenOdd, PaintLayer Layer)
    : PaintedItem(Layer);

/// <summary>The line of a stroked path, measured on the page.</summary>
/// <param name="Width">Its width; 0 is the thinnest that shows.</param>
/// <param name="Dash">Lengths of dashes and gaps; empty where it has none.</param>
internal sealed record LineStyle(double Width, IReadOnlyList<double> Dash);

/// <summary>An image.</summary>
/// <param name="Image">Unpacks the samples. Throws what the library throws.</param>
/// <param name="ToPage">From the unit square, origin bottom left, to the page.</param>
/// <param name="Bounds">The box around it.</param>
/// <param name="IsFull">Whether every point of it is painted: no mask, no transparency of its own.</param>
/// <param name="Layer">How it is painted.</param>
internal sealed record PaintedImage(
    Func<IPdfImage> Image, TransformationMatrix ToPage, PdfRectangle Bounds, bool IsFull, PaintLayer Layer) : PaintedItem(Layer);

/// <summary>An area outside which nothing shows.</summary>
/// <param name="Outer">The area around this one.</param>
/// <param name="Path">The outline.</param>
/// <param name="Bounds">The box around what is left of it within the outer ones; <c>null</c> where nothing is.</param>
/// <param name="EvenOdd">Whether areas enclosed twice are left out.</param>
/// <param name="IsBox">Whether this and all outer ones are upright boxes, so that <paramref name="Bounds"/> is all of it.</param>
internal sealed record Clipping(Clipping? Outer, IReadOnlyList<PdfSubpath> Path, PdfRectangle? Bounds, bool EvenOdd, bool IsBox);
