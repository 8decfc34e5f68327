using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Blocks;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// One reading of one report. The only catch-all for faults of the PDF library lies here: once around the file, once around
/// each page, once around the list of attachments.
/// </summary>
internal static class ReportReading
{
    private const double DoubtfulPage = 0.5;

    /// <summary>Reads; never throws.</summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken stop)
    {
        try
        {
            using var document = PdfOpener.Open(pdf);
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
        var turns = new List<PageTurn>();
        var lines = new List<TextLine>();
        var remarks = new List<ReadingRemark>();
        var count = Math.Min(document.NumberOfPages, limits.Pages);
        for (var number = 1; number <= count; number++)
        {
            stop.ThrowIfCancellationRequested();
            turns.Add(ReadPage(document, number, limits, lines, remarks, stop));
        }

        if (document.NumberOfPages > count)
        {
            remarks.Add(new(ReadingRemarkKind.LimitReached, 0, null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The report has {document.NumberOfPages} pages; the first {count} were read.")));
        }

        remarks.AddRange(AttachmentsOf(document));
        var doubtful = remarks.Where(r => r.Kind == ReadingRemarkKind.UnknownLetters).Select(r => r.Page).ToHashSet();
        var blocks = BlockReading.Read(MarginLines.Drop(lines, [.. turns.Select(t => t.Reading)]));
        var content = new ReportContent
        {
            ReaderVersion = PdfReportReader.Version,
            Pages = [.. turns.Select(t => t.Displayed)],
            Blocks = [.. blocks.Select(b => Doubt(PageTurn.ToDisplayed(b, turns), doubtful))],
            Remarks = remarks,
        };
        return Judge(content, count);
    }

    private static PageTurn ReadPage(
        PdfDocument document, int number, PdfReadLimits limits, List<TextLine> lines, List<ReadingRemark> remarks, CancellationToken stop)
    {
        // A page that cannot be read has no size of its own; A4 stands in.
        var turn = new PageTurn(TextDirection.Right, new PageSize(595.28, 841.89));
        try
        {
            var page = PdfPigAdapter.ReadPage(document, number, limits.LettersPerPage);
            turn = page.Turn;
            var (pageLines, pageRemarks) = PageLayout.Read(page, stop);
            lines.AddRange(pageLines);
            remarks.AddRange(pageRemarks.Select(r => r with { Box = r.Box is { } box ? page.Turn.ToDisplayed(box) : null }));
        }
        catch (Exception)
        {
            remarks.Add(new(ReadingRemarkKind.BrokenPage, number, null, "The page is damaged and could not be read."));
        }

        return turn;
    }

    private static IReadOnlyList<ReadingRemark> AttachmentsOf(PdfDocument document)
    {
        try
        {
            return Attachments.Of(document);
        }
        catch (Exception)
        {
            // The report itself was read; this is no fault of it.
            return [Attachments.Damaged];
        }
    }

    /// <summary>No matrix is sure on a page with letters that may be others.</summary>
    private static ReportBlock Doubt(ReportBlock block, HashSet<int> doubtfulPages) => block with
    {
        Matrices = [.. block.Matrices.Select(m => doubtfulPages.Contains(m.Page) ? Doubt(m) : m)],
    };

    private static MatrixReading Doubt(MatrixReading matrix) => matrix with
    {
        Confidence = Math.Min(matrix.Confidence, DoubtfulPage),
        Entries = [.. matrix.Entries.Select(e => e with { Confidence = Math.Min(e.Confidence, DoubtfulPage) })],
    };

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
