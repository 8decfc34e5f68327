using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>
/// Works in this process, without limits of time and memory: a file that overflows the stack ends the program. For tests, and for hosts
/// that cannot start processes.
/// </summary>
public sealed class InProcessPdfWorker : IPdfWorker
{
    /// <inheritdoc/>
    public Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) =>
        Task.Run(() => PdfReportReader.Read(pdf, limits, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) =>
        Task.Run(() => PageDrawer.Draw(pdf, limits.Pages), cancellationToken);
}
