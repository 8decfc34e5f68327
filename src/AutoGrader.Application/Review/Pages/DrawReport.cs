using System.Collections.Concurrent;
using System.IO.Compression;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Pages;

/// <summary>
/// Draws the pages of reports that people look at, in the isolated worker, and keeps them in memory by the report's content: a look that
/// comes again takes milliseconds, and nothing has to be forgotten on disk. What is deleted goes from memory too. Thread-safe.
/// </summary>
public sealed class DrawReport : IDisposable
{
    private const long MostBytes = 128 << 20;
    private const int AtOnce = 2;

    private static readonly LocalizedText NothingToDraw = new(
        "The pages of this report cannot be drawn here.", "Die Seiten dieser Abgabe lassen sich hier nicht zeichnen.");

    private readonly Database _database;
    private readonly IPdfWorker _worker;
    private readonly RightOfWay _rightOfWay;
    private readonly PdfReadLimits _limits;
    private readonly ILogger<DrawReport> _logger;
    private readonly ConcurrentDictionary<string, Lazy<Task<DrawnReport>>> _atWork = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly Dictionary<string, DrawnReport> _drawn = new(StringComparer.Ordinal);
    private Queue<string> _order = new();
    private readonly SemaphoreSlim _places = new(AtOnce);
    private long _bytes;
    private int _deletions;
    private int _isAhead;

    public DrawReport(
        Database database, [FromKeyedServices(CheckHandIn.Worker)] IPdfWorker worker, RightOfWay rightOfWay,
        IOptions<AutoGraderOptions> options, ILogger<DrawReport> logger)
    {
        (_database, _worker, _rightOfWay, _limits, _logger) = (database, worker, rightOfWay, options.Value.ReadLimits, logger);
        database.Artifacts.Deleted += Drop;
    }

    /// <summary>The pages of a report.</summary>
    /// <param name="pdfHash">The report.</param>
    /// <param name="cancellationToken">Ends the waiting; who else waits still gets it.</param>
    /// <exception cref="FileNotFoundException">The report is missing or damaged.</exception>
    public async Task<DrawnReport> ExecuteAsync(string pdfHash, CancellationToken cancellationToken = default)
    {
        if (Find(pdfHash) is { } known)
            return known;
        // A person waits: grading begins no further file meanwhile.
        using var passage = _rightOfWay.Take();
        return await ShareAsync(pdfHash).WaitAsync(cancellationToken);
    }

    /// <summary>Draws what somebody will probably look at next, unless that is being done already. Nobody waits for it.</summary>
    public void Expect(string rubricHash, IReadOnlyList<Guid> submissions)
    {
        if (Interlocked.Exchange(ref _isAhead, 1) == 0)
            _ = Task.Run(() => DrawAheadAsync(rubricHash, submissions));
    }

    public void Dispose()
    {
        _database.Artifacts.Deleted -= Drop;
        _places.Dispose();
    }

    private async Task DrawAheadAsync(string rubricHash, IReadOnlyList<Guid> submissions)
    {
        try
        {
            await using var context = await _database.OpenAsync(CancellationToken.None);
            var reports = await context.Assessments.AsNoTracking()
                .Where(a => a.RubricHash == rubricHash && EF.Parameter(submissions).Contains(a.SubmissionId) && a.PdfHash != null)
                .Select(a => a.PdfHash!).ToListAsync();
            foreach (var report in reports.Where(r => Find(r) is null))
                await ShareAsync(report);
        }
        catch (Exception fault)
        {
            // Whoever looks at it will be told.
            _logger.LogInformation(fault, "A report could not be drawn ahead");
        }
        finally
        {
            Volatile.Write(ref _isAhead, 0);
        }
    }

    private DrawnReport? Find(string pdfHash)
    {
        lock (_changing)
        {
            return _drawn.GetValueOrDefault(pdfHash);
        }
    }

    private async Task<DrawnReport> ShareAsync(string pdfHash)
    {
        var work = _atWork.GetOrAdd(pdfHash, _ => new Lazy<Task<DrawnReport>>(() => Task.Run(() => DrawAsync(pdfHash))));
        try
        {
            return await work.Value;
        }
        finally
        {
            _atWork.TryRemove(KeyValuePair.Create(pdfHash, work));
        }
    }

    private async Task<DrawnReport> DrawAsync(string pdfHash)
    {
        if (Find(pdfHash) is { } known)
            return known;
        var deletions = Volatile.Read(ref _deletions);
        var pdf = _database.Artifacts.Get(pdfHash);
        await _places.WaitAsync();
        try
        {
            var drawings = await _worker.DrawAsync(pdf, _limits, CancellationToken.None);
            var files = new PageFiles(drawings);
            if (files.Count == 0)
                return new DrawnReport([], drawings.Failure ?? NothingToDraw);
            var drawn = new DrawnReport([.. Enumerable.Range(1, files.Count).Select(number => Pack(files.Write(number)))], null);
            Keep(pdfHash, drawn, deletions);
            return drawn;
        }
        finally
        {
            _places.Release();
        }
    }

    private void Keep(string pdfHash, DrawnReport drawn, int deletions)
    {
        lock (_changing)
        {
            // It may be this one that was deleted while it was drawn.
            if (deletions != _deletions || !_drawn.TryAdd(pdfHash, drawn))
                return;
            _order.Enqueue(pdfHash);
            _bytes += drawn.Size;
            while (_bytes > MostBytes && _order.Count > 1)
            {
                _drawn.Remove(_order.Dequeue(), out var old);
                _bytes -= old!.Size;
            }
        }
    }

    private void Drop(string pdfHash)
    {
        lock (_changing)
        {
            _deletions++;
            if (!_drawn.Remove(pdfHash, out var old))
                return;
            _bytes -= old.Size;
            _order = new Queue<string>(_order.Where(kept => kept != pdfHash));
        }
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var compressor = new BrotliStream(packed, CompressionLevel.Fastest))
            compressor.Write(content);
        return packed.ToArray();
    }
}
