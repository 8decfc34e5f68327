using AutoGrader.Application.Isolation;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>Reads nothing until it is told to, and tells when somebody waits for it or has given up waiting.</summary>
internal sealed class BlockedReading : IPdfWorker
{
    private readonly InProcessPdfWorker _worker = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody waits.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Somebody has given up waiting.</summary>
    public Task GivenUp => _givenUp.Task;

    public void Open() => _open.TrySetResult();

    public Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        try
        {
            await _open.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _givenUp.TrySetResult();
            throw;
        }
        return await _worker.ReadAsync(pdf, limits, cancellationToken);
    }

    public Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) =>
        _worker.DrawAsync(pdf, limits, cancellationToken);
}
