using System.Diagnostics;
using System.Globalization;
using System.Text;
using AutoGrader.Application.Isolation;
using AutoGrader.Cli.Hosting;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.IntegrationTests.Application.Isolation;

/// <summary>No worker outlives its use, however that ends, and none dies of what is meant for the program.</summary>
public sealed class WorkerProcessTests
{
    private const long Memory = 256 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cancelled_worker_is_dead_when_the_cancellation_arrives()
    {
        using var worker = await StartAsync(WorkerPools.HostileCommand("hangs"));
        using var cancellation = new CancellationTokenSource();
        var asking = worker.AskAsync([1], [1], bytes => bytes, TimeSpan.FromMinutes(2), TimeProvider.System, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        AssertGone(worker.Id);
    }

    [Fact]
    public async Task A_worker_that_took_too_long_is_dead()
    {
        using var worker = await StartAsync(WorkerPools.HostileCommand("hangs"));
        await Assert.ThrowsAsync<TimeoutException>(() =>
            worker.AskAsync([1], [1], bytes => bytes, TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel));
        AssertGone(worker.Id);
    }

    [Fact]
    public async Task An_idle_worker_ends_with_its_owner()
    {
        var worker = await StartAsync(PdfWorkerProgram.Command());
        worker.Dispose();
        AssertGone(worker.Id);
    }

    [Fact]
    public async Task A_worker_whose_program_is_gone_ends_by_itself()
    {
        using var worker = Process.Start(Redirected(PdfWorkerProgram.Command()))!;
        await worker.StandardOutput.BaseStream.ReadExactlyAsync(new byte[1], Cancel);
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Cancel);
        Assert.Equal(0, worker.ExitCode);
    }

    [Fact]
    public async Task A_worker_whose_program_is_gone_does_not_finish_the_file_in_hand()
    {
        using var worker = Process.Start(Redirected(PdfWorkerProgram.Command()))!;
        await Frame.ReadAsync(worker.StandardOutput.BaseStream, 1000, Cancel);
        await Frame.WriteAsync(worker.StandardInput.BaseStream, PdfWorkerProtocol.Format(Reading), Cancel);
        await Frame.WriteAsync(worker.StandardInput.BaseStream, SlowReport(), Cancel);
        // Well into the reading: starting takes a tenth of this.
        while (worker.TotalProcessorTime < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(20, Cancel);
            worker.Refresh();
        }
        worker.StandardInput.Close();
        var answer = Frame.ReadAsync(worker.StandardOutput.BaseStream, int.MaxValue, Cancel);
        Assert.Null(await answer.WaitAsync(TimeSpan.FromMinutes(1), Cancel));
        await worker.WaitForExitAsync(Cancel);
    }

    [Fact]
    public async Task Ctrl_C_for_the_group_does_not_end_a_worker()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals to groups are a matter of Unix.");
        using var worker = await StartAsync(PdfWorkerProgram.Command());
        foreach (var signal in new[] { "-INT", "-TERM", "-HUP" })
        {
            using var kill = Process.Start("kill", [signal, worker.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(Cancel);
        }
        var result = await worker.AskAsync(
            PdfWorkerProtocol.Format(Reading), [], PdfWorkerProtocol.Parse<PdfReadResult>, TimeSpan.FromMinutes(2),
            TimeProvider.System, Cancel);
        Assert.Contains("empty", result.Reason?.Detail.English, StringComparison.Ordinal);
    }

    private static PdfWorkerRequest Reading => new(PdfWorkerJob.Read, new PdfReadLimits());

    private static Task<WorkerProcess> StartAsync(PdfWorkerCommand command) =>
        WorkerProcess.StartAsync(command, Memory, TimeProvider.System, Cancel);

    // Sixty times the same page of a million lines, which takes minutes to read.
    private static byte[] SlowReport() => Encoding.ASCII.GetBytes($"""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[{string.Concat(Enumerable.Repeat("3 0 R ", 60))}]/Count 60>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>> endobj
        4 0 obj <</Length 18000000>> stream
        {string.Concat(Enumerable.Repeat("10 10 m 90 90 l S\n", 1_000_000))}
        endstream endobj
        trailer <</Root 1 0 R/Size 5>>
        %%EOF
        """);

    private static ProcessStartInfo Redirected(PdfWorkerCommand command) => new(command.FileName, command.Arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };

    // Neither running nor a zombie.
    private static void AssertGone(int id) => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
}
