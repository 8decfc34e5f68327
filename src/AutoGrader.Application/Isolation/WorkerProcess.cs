using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AutoGrader.Application.Isolation;

/// <summary>One worker as the program sees it. One request at a time; after any exception the process is dead.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>
    /// So many files, and a new process takes over: whatever a library keeps for ever ends with it. Not fewer, since a new one spends
    /// seconds on compiling; one that holds much memory is replaced at once.
    /// </summary>
    private const int MostAnswers = 2000;

    /// <summary>For the start on a machine that is busy with other things.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private bool _isDisposed;

    private WorkerProcess(Process process, long memoryLimit)
    {
        _process = process;
        Id = process.Id;
        MemoryLimit = memoryLimit;
        // Read so that it never fills up, and thrown away: messages of libraries quote what students wrote.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>The number of the process.</summary>
    public int Id { get; }

    /// <summary>Bytes that the worker's heap may take.</summary>
    public long MemoryLimit { get; }

    /// <summary>Processor time it has taken.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>The most memory it has held, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Requests answered.</summary>
    public int Answers { get; private set; }

    /// <summary>Whether a new process should take over: it has answered many requests, or holds much memory after one.</summary>
    public bool IsWornOut { get; private set; }

    /// <summary>Starts a worker and waits for its greeting.</summary>
    /// <exception cref="PdfWorkerUnavailableException">It does not start, or is not this program.</exception>
    public static async Task<WorkerProcess> StartAsync(
        PdfWorkerCommand command, long memoryLimit, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var worker = new WorkerProcess(Process.Start(StartInfo(command, memoryLimit))!, memoryLimit);
            await worker.ExchangeAsync(worker.GreetAsync, StartPatience, clock, cancellationToken);
            return worker;
        }
        catch (Exception fault) when (fault is Win32Exception or WorkerFailedException or TimeoutException)
        {
            var program = string.Join(' ', command.Arguments.Prepend(command.FileName));
            throw new PdfWorkerUnavailableException($"The process that reads PDF files does not start: {program}", fault);
        }
    }

    /// <summary>Hands a request over and waits for the answer.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    /// <exception cref="WorkerFailedException">The worker ended without an answer, or answered nonsense.</exception>
    public Task<T> AskAsync<T>(
        byte[] request, byte[] pdf, Func<byte[], T> parse, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken) =>
        ExchangeAsync(
            async () =>
            {
                await Frame.WriteAsync(_process.StandardInput.BaseStream, request);
                await Frame.WriteAsync(_process.StandardInput.BaseStream, pdf);
                var answer = parse(await ReceiveAsync());
                Answers++;
                Measure();
                return answer;
            },
            patience,
            clock,
            cancellationToken);

    /// <summary>Ends the process, whatever it is doing.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Measure()
    {
        _process.Refresh();
        ProcessorTime = _process.TotalProcessorTime;
        PeakMemory = _process.PeakWorkingSet64;
        IsWornOut = Answers >= MostAnswers || _process.WorkingSet64 > MemoryLimit / 2;
    }

    private async Task<bool> GreetAsync() => (await ReceiveAsync()).AsSpan().SequenceEqual(PdfWorkerProtocol.Greeting)
        ? true
        : throw new InvalidDataException("The worker is of another build.");

    private async Task<byte[]> ReceiveAsync() =>
        await Frame.ReadAsync(_process.StandardOutput.BaseStream, PdfWorkerProtocol.MostAnswerBytes) ?? throw new EndOfStreamException();

    private async Task<T> ExchangeAsync<T>(
        Func<Task<T>> exchange, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            // Pipes may block and take no cancellation; the death of the process ends the exchange.
            return await Task.Run(exchange, CancellationToken.None).WaitAsync(patience, clock, cancellationToken);
        }
        catch (Exception fault)
        {
            Dispose();
            if (fault is TimeoutException or OperationCanceledException)
                throw;
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerFailedException(fault);
        }
    }

    private static ProcessStartInfo StartInfo(PdfWorkerCommand command, long memoryLimit)
    {
        var info = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        info.Environment["DOTNET_GCHeapHardLimit"] = memoryLimit.ToString("X", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_gcServer"] = "0";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        // A report's garbage fits into 64 MiB (0x4000000) and goes in one collection: no memory is given back and asked for again.
        info.Environment["DOTNET_GCgen0size"] = "4000000";
        // Code is compiled well at once, not first in a hurry and again after measuring: at the thirtieth report the time is won back, and
        // from then on a page takes little more than half of it.
        info.Environment["DOTNET_TC_QuickJit"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0";
        // No socket in the temporary folder, which a process that is killed leaves behind.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return info;
    }
}
