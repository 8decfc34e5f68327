using AutoGrader.Application;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.SelfCheck;

/// <summary>
/// Checks a specimen until the code of all that a check takes is compiled well, here and in the processes that read: once, when the service
/// starts or, where there is no sheet yet, when the first student opens the form. Who checks first then waits no longer than the next.
/// </summary>
internal sealed class WarmChecks(
    ICheckedSheets sheets, CheckUpload check, IFeedbackPdfEngine engine, IOptions<AutoGraderOptions> options, ILogger<WarmChecks> logger)
    : BackgroundService
{
    // After so many the times of a check no longer fall.
    private const int Rounds = 8;

    private readonly TaskCompletionSource<SheetOutline> _sheet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody will soon check against this sheet.</summary>
    public void Expect(SheetOutline sheet) => _sheet.TrySetResult(sheet);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await sheets.FindLatestAsync(stoppingToken) is { } latest)
                Expect(latest);
            var sheet = await _sheet.Task.WaitAsync(stoppingToken);
            var archive = Specimen.Write(sheet, engine);
            for (var round = 0; round < Rounds; round++)
                await Task.WhenAll(Enumerable.Range(0, options.Value.Checks).Select(_ => CheckAsync(archive, sheet, stoppingToken)));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody waits for it, and whoever checks will be told.
            logger.LogWarning(fault, "A specimen could not be checked");
        }
    }

    private async Task CheckAsync(byte[] archive, SheetOutline sheet, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(archive);
        await check.ExecuteAsync(content, Specimen.Name + ".zip", sheet, cancellationToken);
    }
}
