using AutoGrader.Application;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.SelfCheck;

/// <summary>
/// Checks a specimen when the service starts, until the code of all that a check takes is compiled well: here and in the processes that
/// read. Without it the first fifty students wait half as long again as the next.
/// </summary>
internal sealed class WarmChecks(
    ICheckedSheets sheets, CheckUpload check, IFeedbackPdfEngine engine, IOptions<AutoGraderOptions> options, ILogger<WarmChecks> logger)
    : BackgroundService
{
    private const int Rounds = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await sheets.FindLatestAsync(stoppingToken) is not { } sheet)
                return;
            var archive = Specimen.Write(sheet, engine);
            for (var round = 0; round < Rounds; round++)
            {
                await Task.WhenAll(Enumerable.Range(0, options.Value.Checks).Select(async _ =>
                {
                    using var content = new MemoryStream(archive);
                    await check.ExecuteAsync(content, Specimen.Name + ".zip", sheet, stoppingToken);
                }));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody waits for it, and whoever checks will be told.
            logger.LogWarning(fault, "A specimen could not be checked");
        }
    }
}
