using System.Collections.Concurrent;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Isolation;

/// <summary>
/// Works in processes that it starts when they are needed, keeps for the next file and ends with itself. There are as many as there are
/// files worked on at the same time, which the callers bound. Those who have the right of way, if there are any, pass before the next file.
/// </summary>
public sealed class PdfWorkerPool(
    PdfWorkerCommand command, TimeProvider clock, ILogger<PdfWorkerPool> logger, RightOfWay? rightOfWay = null) : IPdfWorker, IDisposable
{
    // The one used last comes first: it is warm, and those that are not needed stay out of the way.
    private readonly ConcurrentStack<WorkerProcess> _idle = new();

    private readonly Lock _measuring = new();
    private PdfWorkerUsage _usage = new(TimeSpan.Zero, 0);
    private volatile bool _isDisposed;

    /// <summary>What the workers have taken so far.</summary>
    public PdfWorkerUsage Usage => _usage;

    /// <inheritdoc/>
    public async Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken)
    {
        if (_idle.IsEmpty)
            _idle.Push(await WorkerProcess.StartAsync(command, limits.Memory, clock, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync<PdfReadResult>(PdfWorkerJob.Read, pdf, limits, cancellationToken);
        }
        catch (TimeoutException)
        {
            return WorkerReasons.TookTooLong();
        }
        catch (WorkerFailedException)
        {
            return WorkerReasons.Crashed();
        }
    }

    /// <inheritdoc/>
    public async Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync<PageDrawings>(PdfWorkerJob.Draw, pdf, limits, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutException or WorkerFailedException)
        {
            return PageDrawings.None with { Failure = WorkerReasons.NotDrawn };
        }
    }

    /// <summary>Ends all workers.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var worker))
            worker.Dispose();
    }

    private async Task<T> AskAsync<T>(PdfWorkerJob job, byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        // Before a process has the file, whose time runs then.
        if (rightOfWay is not null)
            await rightOfWay.YieldAsync(cancellationToken);
        var request = PdfWorkerProtocol.Format(new PdfWorkerRequest(job, limits));
        return await AskAsync(
            worker => worker.AskAsync(request, pdf, PdfWorkerProtocol.Parse<T>, limits.WallTime, clock, cancellationToken),
            limits.Memory,
            cancellationToken);
    }

    private async Task<T> AskAsync<T>(Func<WorkerProcess, Task<T>> ask, long memory, CancellationToken cancellationToken)
    {
        // What came before may have left a worker in a bad state. A file is to blame only where a new one fails on it.
        if (TakeIdle(memory) is { } used)
        {
            try
            {
                return await UseAsync(used, ask);
            }
            catch (WorkerFailedException)
            {
                logger.LogInformation("PDF worker {Process} failed on its file {Number}; a new one tries it", used.Id, used.Answers + 1);
            }
        }
        return await UseAsync(await WorkerProcess.StartAsync(command, memory, clock, cancellationToken), ask);
    }

    private WorkerProcess? TakeIdle(long memory)
    {
        while (_idle.TryPop(out var worker))
        {
            if (worker.MemoryLimit == memory)
                return worker;
            worker.Dispose();
        }
        return null;
    }

    private async Task<T> UseAsync<T>(WorkerProcess worker, Func<WorkerProcess, Task<T>> ask)
    {
        var before = worker.ProcessorTime;
        var answer = await ask(worker);
        lock (_measuring)
        {
            _usage = new(_usage.ProcessorTime + worker.ProcessorTime - before, Math.Max(_usage.PeakMemory, worker.PeakMemory));
        }
        if (worker.IsWornOut)
            worker.Dispose();
        else
            _idle.Push(worker);
        // Whoever disposed the pool in the meantime did not see this worker.
        if (_isDisposed)
            Dispose();
        return answer;
    }
}
