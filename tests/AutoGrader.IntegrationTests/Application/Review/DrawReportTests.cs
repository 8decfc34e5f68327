using System.IO.Compression;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>Pages of reports as images: drawn once, kept by content, and told where that fails.</summary>
public sealed class DrawReportTests : IDisposable
{
    private readonly CountingWorker _worker = new();
    private readonly Installation _installation;

    public DrawReportTests() =>
        _installation = new Installation(services => services.AddKeyedSingleton<IPdfWorker>(CheckHandIn.Worker, _worker));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_report_is_drawn_once_for_all_who_look_at_it()
    {
        var report = Put(Directory.GetFiles(TestData.Path("corpus", "pdf"), "*.pdf").Order(StringComparer.Ordinal).First());
        var draw = _installation.Get<DrawReport>();

        var drawn = await Task.WhenAll(draw.ExecuteAsync(report, Cancel), draw.ExecuteAsync(report, Cancel));
        var again = await draw.ExecuteAsync(report, Cancel);

        Assert.Equal(1, _worker.Drawn);
        Assert.All(drawn, d => Assert.Equal(again.Pages, d.Pages));
        using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(again.Pages[0]), CompressionMode.Decompress));
        Assert.StartsWith("<svg ", await unpacked.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_drawn_says_why_and_is_tried_again()
    {
        var report = Put(TestData.Path("pdf-hostile", "user-password.pdf"));
        _worker.Failure = new LocalizedText("Too slow.", "Zu langsam.");

        Assert.Equal("Too slow.", (await _installation.Get<DrawReport>().ExecuteAsync(report, Cancel)).Failure!.English);
        _worker.Failure = null;
        var own = await _installation.Get<DrawReport>().ExecuteAsync(report, Cancel);

        Assert.Equal(2, _worker.Drawn);
        Assert.Empty(own.Pages);
        Assert.NotNull(own.Failure);
    }

    [Fact]
    public async Task Pages_of_a_deleted_report_go_from_memory_also_where_they_are_being_drawn()
    {
        var files = Directory.GetFiles(TestData.Path("corpus", "pdf"), "*.pdf").Order(StringComparer.Ordinal).Take(2).ToList();
        var (draw, artifacts) = (_installation.Get<DrawReport>(), _installation.Get<Database>().Artifacts);
        var (gone, other) = (Put(files[0]), Put(files[1]));
        await draw.ExecuteAsync(gone, Cancel);
        await draw.ExecuteAsync(other, Cancel);

        artifacts.Delete(gone);
        await draw.ExecuteAsync(other, Cancel);
        Assert.Equal(2, _worker.Drawn);
        await Assert.ThrowsAsync<FileNotFoundException>(() => draw.ExecuteAsync(gone, Cancel));

        Put(files[0]);
        _worker.Meanwhile = () => artifacts.Delete(gone);
        Assert.NotEmpty((await draw.ExecuteAsync(gone, Cancel)).Pages);
        await Assert.ThrowsAsync<FileNotFoundException>(() => draw.ExecuteAsync(gone, Cancel));
    }

    [Fact]
    public async Task A_report_that_is_missing_is_told_so() => await Assert.ThrowsAsync<FileNotFoundException>(
        () => _installation.Get<DrawReport>().ExecuteAsync(new string('0', 64), Cancel));

    private string Put(string path) => _installation.Get<Database>().Artifacts.Put(File.ReadAllBytes(path));

    private sealed class CountingWorker : IPdfWorker
    {
        private readonly InProcessPdfWorker _worker = new();
        private int _drawn;

        public int Drawn => _drawn;

        public LocalizedText? Failure { get; set; }

        /// <summary>What happens while a report is drawn.</summary>
        public Action? Meanwhile { get; set; }

        public Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) =>
            _worker.ReadAsync(pdf, limits, cancellationToken);

        public Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _drawn);
            Meanwhile?.Invoke();
            return Failure is { } failure
                ? Task.FromResult(PageDrawings.None with { Failure = failure }) : _worker.DrawAsync(pdf, limits, cancellationToken);
        }
    }
}
