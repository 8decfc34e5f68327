using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Blocks;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Plots;
using AutoGrader.Documents.Pdf.Reading.Raw;
using AutoGrader.Documents.Pdf.Reading.Recognition;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// One reading of one report. The only catch-all for faults of the PDF library lies here: once around the file, once around
/// each page, once around the list of attachments.
/// </summary>
internal sealed class ReportReading
{
    private const double DoubtfulPage = 0.5;

    private readonly PdfDocument _document;
    private readonly PdfReadLimits _limits;
    private readonly DamageLog _damage;
    private readonly CancellationToken _stop;
    private readonly List<PageTurn> _turns = [];
    private readonly List<TextLine> _lines = [];
    private readonly List<ReadingRemark> _remarks = [];
    private readonly List<PlotReading> _plots = [];
    private readonly PageRecognition? _recognition;
    private int _unreadPages;
    private bool _hasRunOutOfMemory;

    private ReportReading(PdfDocument document, PdfReadLimits limits, DamageLog damage, CancellationToken stop) =>
        (_document, _limits, _damage, _stop, _recognition) = (document, limits, damage, stop, PageRecognition.Within(limits));

    /// <summary>Reads; never throws.</summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken stop)
    {
        try
        {
            var damage = new DamageLog();
            using var document = PdfOpener.Open(pdf, damage);
            if (!CrossReferences.AreRight(document, pdf))
                damage.Note();
            return document.NumberOfPages > limits.Pages
                ? ReadingReasons.TooManyPages(document.NumberOfPages, limits.Pages)
                : new ReportReading(document, limits, damage, stop).Read();
        }
        catch (PdfDocumentEncryptedException)
        {
            return ReadingReasons.Encrypted();
        }
        catch (OutOfMemoryException)
        {
            return ReadingReasons.TooMuchMemory();
        }
        catch (Exception)
        {
            return ReadingReasons.NotOpened();
        }
    }

    private PdfReadResult Read()
    {
        for (var number = 1; number <= _document.NumberOfPages; number++)
        {
            _stop.ThrowIfCancellationRequested();
            ReadPage(number);
        }

        // Fonts and other parts serve several pages, and are looked at once.
        if (_damage.Count > 0)
        {
            Remark(0, new(
                "Parts of the file are damaged; text may be missing or wrong on any page.",
                "Teile der Datei sind beschädigt; auf jeder Seite kann Text fehlen oder falsch sein."));
        }

        _remarks.AddRange(AttachmentsOf(_document));
        var doubtful = _remarks
            .Where(r => r.Kind is ReadingRemarkKind.UnknownLetters or ReadingRemarkKind.RecognisedText)
            .Select(r => r.Page).ToHashSet();
        var blocks = BlockReading.Read(MarginLines.Drop(_lines, [.. _turns.Select(t => t.Reading)]));
        return Judge(new ReportContent
        {
            ReaderVersion = PdfReportReader.Version,
            Pages = [.. _turns.Select(t => t.Displayed)],
            Blocks = [.. blocks.Select(b => Doubt(PageTurn.ToDisplayed(b, _turns), doubtful))],
            Remarks = _remarks,
            Plots = _plots,
        });
    }

    private void ReadPage(int number)
    {
        // A page that cannot be read has no size of its own; A4 stands in.
        var turn = new PageTurn(TextDirection.Right, new PageSize(595.28, 841.89));
        var damage = _damage.Count;
        try
        {
            var page = PdfPigAdapter.ReadPage(_document, number, _limits);
            turn = page.Turn;
            var (lines, remarks) = PageLayout.Read(page, _stop);
            if (remarks.Exists(r => r.Kind == ReadingRemarkKind.ImageOnlyPage) && _recognition?.Read(_document, page) is { } recognised)
                (lines, remarks) = recognised;
            _lines.AddRange(lines);
            _remarks.AddRange(remarks.Select(r => r with { Box = r.Box is { } box ? page.Turn.ToDisplayed(box) : null }));
            _plots.AddRange(PlotFinder.Find(page).Select(p => p with { Box = page.Turn.ToDisplayed(p.Box) }));
            if (_damage.Count > damage)
            {
                Remark(number, new(
                    "Parts of the page are damaged; text may be missing or wrong.",
                    "Teile der Seite sind beschädigt; Text kann fehlen oder falsch sein."));
            }
        }
        catch (OutOfMemoryException)
        {
            _hasRunOutOfMemory = true;
            _unreadPages++;
            Remark(number, new(
                "Reading the page needs more memory than is allowed.", "Das Lesen der Seite braucht mehr Speicher, als erlaubt ist."));
        }
        catch (Exception)
        {
            _unreadPages++;
            Remark(number, new(
                "The page is damaged and could not be read.", "Die Seite ist beschädigt und konnte nicht gelesen werden."));
        }

        _turns.Add(turn);
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

    private void Remark(int page, LocalizedText text) =>
        _remarks.Add(ReadingRemark.Of(ReadingRemarkKind.BrokenPage, page, null, text));

    /// <summary>No matrix is sure on a page with letters that may be others.</summary>
    private static ReportBlock Doubt(ReportBlock block, HashSet<int> doubtfulPages) => block with
    {
        Matrices = [.. block.Matrices.Select(m => doubtfulPages.Contains(m.Page) ? m.AtMost(DoubtfulPage) : m)],
    };

    /// <summary>Decides whether what was read counts as a reading of the report.</summary>
    private PdfReadResult Judge(ReportContent content)
    {
        var recognised = content.Remarks.Count(r => r.Kind == ReadingRemarkKind.RecognisedText);
        var images = recognised + content.Remarks.Count(r => r.Kind == ReadingRemarkKind.ImageOnlyPage);
        if (_unreadPages == content.Pages.Count)
            return _hasRunOutOfMemory ? ReadingReasons.TooMuchMemory() : ReadingReasons.NotOpened();
        if (images > 0 && _unreadPages + images == content.Pages.Count)
            return new PdfReadResult(recognised == 0 ? content with { Blocks = [] } : content, ReadingReasons.OnlyImages());
        return new PdfReadResult(content, content.Blocks.Count == 0 ? ReadingReasons.NoText() : null);
    }
}
