using AutoGrader.Documents.Pdf.Painting;
using AutoGrader.Documents.Pdf.Reading.Raw.Outlines;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics.Colors;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>The only place that knows the PDF library when reading: bytes in, <see cref="RawPage"/> out.</summary>
internal static class PdfPigAdapter
{
    /// <summary>Reads one page. Throws whatever the library throws.</summary>
    public static RawPage ReadPage(PdfDocument document, int number, PdfReadLimits limits)
    {
        var page = document.GetPage(number);
        var frame = new PageFrame(page);
        var encodings = new FontEncodings(document);
        var concealed = ConcealedLetters.Of(document.GetPage<PaintedPage>(number));
        var straight = page.Letters.Where(frame.IsStraight).ToList();
        var (drawn, shapes) = OutlineLetters.Split(PdfPigShapes.Read(page, frame, limits.PathsPerPage));
        return new RawPage(
            number,
            frame.Turn,
            [
                .. straight.Take(limits.LettersPerPage).Select(
                    l => frame.Letter(l) with { Guessed = encodings.IsGuessed(l), Concealed = concealed.Take(l) }),
                .. drawn,
            ],
            shapes,
            [.. page.GetImages().Select(i => frame.Rectangle(i.BoundingBox))])
        {
            Annotations = PdfPigAnnotations.Read(page, frame),
            LettersOverLimit = Math.Max(0, straight.Count - limits.LettersPerPage),
            PathsOverLimit = Math.Max(0, page.Paths.Count - limits.PathsPerPage),
        };
    }

    /// <summary>The colour of a path or letter; <c>null</c> for patterns and for spaces the library cannot convert.</summary>
    public static Rgb? Colour(IColor? colour)
    {
        try
        {
            if (colour is null or PatternColor)
                return null;
            var (r, g, b) = colour.ToRGBValues();
            return new Rgb(r, g, b);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
