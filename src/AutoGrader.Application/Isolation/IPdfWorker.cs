using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>
/// Does whatever opens a student's PDF. A seam: <see cref="PdfWorkerPool"/> does it in processes of its own, which a hostile file may
/// end or hold up; <see cref="InProcessPdfWorker"/> does it here and bears the consequences.
/// </summary>
public interface IPdfWorker
{
    /// <summary>Makes sure that reading will be possible.</summary>
    /// <exception cref="PdfWorkerUnavailableException">It will not.</exception>
    Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken);

    /// <summary>Reads a report. A file that hangs, crashes or eats memory is a result with a reason.</summary>
    /// <exception cref="PdfWorkerUnavailableException">Nothing can be read on this machine; no file is to blame.</exception>
    Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken);

    /// <summary>Draws the pages of a report that was read. Where that fails, there are no drawings and the reason is told.</summary>
    /// <exception cref="PdfWorkerUnavailableException">Nothing can be drawn on this machine; no file is to blame.</exception>
    Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken);
}
