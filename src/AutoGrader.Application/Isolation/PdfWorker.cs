using System.Runtime.InteropServices;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>
/// The worker's side: takes requests from a stream and answers on another, one at a time, until the stream of requests ends. It keeps
/// nothing between two requests and writes no file.
/// </summary>
public static class PdfWorker
{
    // Deeply nested objects are walked recursively by the PDF library.
    private const int StackSize = 64 * 1024 * 1024;

    private static readonly PosixSignal[] SignalsToTheGroup =
        [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    /// <summary>Works until the requests end: the program closed the stream, or is dead.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Stream requests, Stream answers)
    {
        // A terminal sends Ctrl-C to the whole group; the program decides what becomes of its workers.
        var signals = SignalsToTheGroup.Select(s => PosixSignalRegistration.Create(s, context => context.Cancel = true)).ToList();
        await Frame.WriteAsync(answers, PdfWorkerProtocol.Greeting);
        while (await Frame.ReadAsync(requests, PdfWorkerProtocol.MostRequestBytes) is { } header
            && await Frame.ReadAsync(requests, PdfWorkerProtocol.MostRequestBytes) is { } pdf)
        {
            // On a thread of its own while this one waits at the stream, whose end means that nobody waits for the answer any more.
            new Thread(() => Answer(header, pdf, answers), StackSize) { IsBackground = true, Name = "PDF worker" }.Start();
        }
        signals.ForEach(s => s.Dispose());
        return 0;
    }

    // Whatever is thrown here ends the process, which is an answer too.
    private static void Answer(byte[] header, byte[] pdf, Stream answers)
    {
        var (job, limits) = PdfWorkerProtocol.Parse<PdfWorkerRequest>(header);
        var answer = job == PdfWorkerJob.Draw
            ? PdfWorkerProtocol.Format(PageDrawer.Draw(pdf, limits.Pages))
            : PdfWorkerProtocol.Format(PdfReportReader.Read(pdf, limits, CancellationToken.None));
        Frame.WriteAsync(answers, answer).GetAwaiter().GetResult();
    }
}
