using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Blocks;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>One reading of one report. The only catch-all for faults of the PDF library lies here: once around the file, once around each page.</summary>
internal static class ReportReading
{
    /// <summary>Reads; never throws.</summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken stop)
    {
        try
        {
            using var document = PdfPigAdapter.Open(pdf);
            return Read(document, limits, stop);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ReadingReasons.Encrypted();
        }
        catch (Exception)
        {
            return ReadingReasons.NotOpened();
        }
    }

    private static PdfReadResult Read(PdfDocument document, PdfReadLimits limits, CancellationToken stop)
    {
        var sizes = new List<PageSize>();
        var lines = new List<TextLine>();
        var remarks = new List<ReadingRemark>();
        var count = Math.Min(document.NumberOfPages, limits.Pages);
        for (var number = 1; number <= count; number++)
        {
            stop.ThrowIfCancellationRequested();
            var size = ReadPage(document, number, limits, lines, remarks);
            sizes.Add(size);
        }

        if (document.NumberOfPages > count)
        {
            remarks.Add(new(ReadingRemarkKind.LimitReached, 0, null,
                string.Create(CultureInfo.InvariantCulture, $"The report has {document.NumberOfPages} pages; the first {count} were read.")));
        }

        var blocks = BlockReading.Read(MarginLines.Drop(lines, sizes));
        var content = new ReportContent { ReaderVersion = PdfReportReader.Version, Pages = sizes, Blocks = blocks, Remarks = remarks };
        return Judge(content, count);
    }

    private static PageSize ReadPage(PdfDocument document, int number, PdfReadLimits limits, List<TextLine> lines, List<ReadingRemark> remarks)
    {
        var size = new PageSize(595.28, 841.89);
        try
        {
            var page = PdfPigAdapter.ReadPage(document, number, limits.LettersPerPage);
            size = page.Size;
            var (pageLines, pageRemarks) = PageLayout.Read(page);
            lines.AddRange(pageLines);
            remarks.AddRange(pageRemarks);
        }
        catch (Exception)
        {
            remarks.Add(new(ReadingRemarkKind.BrokenPage, number, null, "The page is damaged and could not be read."));
        }

        return size;
    }

    /// <summary>Decides whether what was read counts as a reading of the report.</summary>
    private static PdfReadResult Judge(ReportContent content, int pages)
    {
        int Pages(ReadingRemarkKind kind) => content.Remarks.Where(r => r.Kind == kind).Select(r => r.Page).Distinct().Count();
        if (pages == 0 || Pages(ReadingRemarkKind.BrokenPage) == pages)
            return ReadingReasons.NotOpened();
        if (Pages(ReadingRemarkKind.ImageOnlyPage) + Pages(ReadingRemarkKind.BrokenPage) == pages)
            return new PdfReadResult(content with { Blocks = [] }, ReadingReasons.NoTextLayer());
        return new PdfReadResult(content, null);
    }
}
