using AutoGrader.Documents.Pdf.Painting;
using UglyToad.PdfPig;

namespace AutoGrader.Documents.Pdf;

/// <summary>Opens PDF files of strangers, within bounds, for reading and for copying.</summary>
internal static class PdfOpener
{
    /// <summary>A nested structure deeper than this is hostile.</summary>
    private const int StackDepth = 256;

    /// <summary>
    /// Opens a document. Throws whatever the PDF library throws: callers treat any exception as a file that cannot be used.
    /// </summary>
    public static PdfDocument Open(byte[] pdf, DamageLog damage)
    {
        var document = PdfDocument.Open(pdf, new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = StackDepth,
            FilterProvider = new BoundedFilters(damage),
            Logger = damage,
        });
        document.AddPageFactory<PaintedPage, PaintPageFactory>();
        return document;
    }
}
