using AutoGrader.Documents.Pdf.Painting;
using AutoGrader.Documents.Pdf.Reading.Raw.Outlines;
using AutoGrader.Documents.Pdf.Reading.Recognition;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
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
        var painted = document.GetPage<PaintedPage>(number);
        var concealed = ConcealedLetters.Of(painted);
        var (straight, turned) = (new List<Letter>(page.Letters.Count), new List<Letter>());
        foreach (var letter in page.Letters)
            (frame.IsStraight(letter) ? straight : turned).Add(letter);
        var (drawn, shapes) = OutlineLetters.Split(PdfPigShapes.Read(page, frame, limits.PathsPerPage));
        return new RawPage(
            number,
            frame.Turn,
            [
                .. straight.Take(limits.LettersPerPage).Select(l =>
                {
                    var (text, isGuessed) = encodings.Read(l);
                    return frame.Letter(l) with { Text = text, Guessed = isGuessed, Concealed = concealed.Take(l) };
                }),
                .. drawn,
            ],
            shapes,
            [.. page.GetImages().Select(i => frame.Rectangle(i.BoundingBox))])
        {
            Annotations = PdfPigAnnotations.Read(page, frame),
            TurnedLetters =
                [.. turned.Take(limits.LettersPerPage).Select(l => frame.Letter(l) with { Text = encodings.Read(l).Text })],
            Drawing = PdfPigDrawing.Read(painted, frame.Turn),
            LettersOverLimit = Math.Max(0, straight.Count - limits.LettersPerPage),
            PathsOverLimit = Math.Max(0, page.Paths.Count - limits.PathsPerPage),
        };
    }

    /// <summary>The largest image of a page; <c>null</c> where the library cannot hand it out as a picture.</summary>
    public static PagePicture? ReadPicture(PdfDocument document, int number)
    {
        var page = document.GetPage(number);
        var image = page.GetImages().MaxBy(i => i.BoundingBox.Area);
        if (image is null || BytesOf(image) is not { } bytes)
            return null;
        return new PagePicture(
            bytes,
            new Core.Reading.PageSize(image.WidthInSamples, image.HeightInSamples),
            new PageFrame(page).Rectangle(image.BoundingBox));
    }

    // A JPEG in the file is a JPEG as it stands; everything else is unpacked by the library.
    private static byte[]? BytesOf(IPdfImage image)
    {
        var raw = image.RawBytes;
        if (raw is [0xFF, 0xD8, ..])
            return raw.ToArray();
        return image.TryGetPng(out var png) ? png : null;
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
