using System.IO.Compression;
using AutoGrader.Application;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Benchmarks.Robustness;
using AutoGrader.Cli.Hosting;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Isolation;

/// <summary>Reports that end the process that reads them: the run goes on and says what happened.</summary>
public sealed class HostileReportTests : IDisposable
{
    private const string Good = "Hofstaetter-11863027";
    private const string Hostile = "Muster-12345678";

    private readonly Installation _installation = new(services => services.AddPdfWorkerProcesses(PdfWorkerProgram.Command()));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task The_reading_in_a_process_of_its_own_is_the_same_as_here()
    {
        using var pool = WorkerPools.Own();
        foreach (var file in Directory.GetFiles(TestData.Path("corpus", "pdf")).Order(StringComparer.Ordinal).Take(8))
        {
            var pdf = await File.ReadAllBytesAsync(file, Cancel);
            var here = await new InProcessPdfWorker().ReadAsync(pdf, new PdfReadLimits(), Cancel);
            var there = await pool.ReadAsync(pdf, new PdfReadLimits(), Cancel);
            Assert.Equal(PdfWorkerProtocol.Format(here), PdfWorkerProtocol.Format(there));
        }
    }

    [Fact]
    public async Task The_drawing_in_a_process_of_its_own_is_the_same_as_here()
    {
        using var pool = WorkerPools.Own();
        var pdf = await File.ReadAllBytesAsync(TestData.Path("corpus", "pdf", Good + ".pdf"), Cancel);
        var here = await new InProcessPdfWorker().DrawAsync(pdf, new PdfReadLimits(), Cancel);
        var there = await pool.DrawAsync(pdf, new PdfReadLimits(), Cancel);
        Assert.All(here.Pages, p => Assert.True(p.IsComplete));
        Assert.Equal(PdfWorkerProtocol.Format(here), PdfWorkerProtocol.Format(there));
    }

    [Fact]
    public async Task A_report_that_overflows_the_stack_while_it_is_drawn_costs_its_drawing_only()
    {
        using var pool = WorkerPools.Own();
        var hostile = await File.ReadAllBytesAsync(TestData.Path("pdf-hostile", "overflows-the-stack.pdf"), Cancel);
        var good = await File.ReadAllBytesAsync(TestData.Path("corpus", "pdf", Good + ".pdf"), Cancel);
        var drawings = await pool.DrawAsync(hostile, new PdfReadLimits(), Cancel);
        Assert.Empty(drawings.Pages);
        Assert.NotNull(drawings.Failure);
        Assert.Equal(2, (await pool.DrawAsync(good, new PdfReadLimits(), Cancel)).Pages.Count);
    }

    [Fact]
    public async Task A_report_that_overflows_the_stack_is_unreadable_and_the_others_are_graded()
    {
        var result = await GradeAsync();
        Assert.Equal(2, result.NeedsReview);
        Assert.Equal(0, result.Pending);
        var rows = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"));
        Assert.Equal("unreadable-pdf", rows.Single(r => r["uploaded"].StartsWith(Hostile, StringComparison.Ordinal))["reasons"]);
        Assert.NotEqual("", rows.Single(r => r["uploaded"].StartsWith(Good, StringComparison.Ordinal))["points"]);
    }

    [Fact]
    public async Task What_became_of_it_is_kept_but_not_as_a_reading_so_that_a_tutor_can_have_it_read_again()
    {
        await GradeAsync();
        await using (var context = await _installation.OpenAsync())
            Assert.Equal(1, await context.Readings.CountAsync(Cancel));
        Assert.Equal(2, (await GradeAsync()).Reused);
    }

    [Fact]
    public async Task Every_damaged_report_has_content_or_a_reason_that_the_bytes_alone_decide()
    {
        const int Variants = 60;
        using var pool = WorkerPools.Own();
        string[] reports = ["Kovalenko-12067718.pdf", "Boateng-12170934.pdf", "Wang-12333061.pdf", "Zhang-12310457.pdf"];
        for (var seed = 0; seed < Variants; seed++)
        {
            var report = await File.ReadAllBytesAsync(TestData.Path("corpus", "pdf", reports[seed % reports.Length]), Cancel);
            var result = await pool.ReadAsync(DamagedReport.Of(report, seed).Content, new PdfReadLimits(), Cancel);
            Assert.True(result is { Reason: not null } or { Content.Blocks.Count: > 0 }, $"Variant {seed} has neither.");
            Assert.True(result.IsRepeatable, $"Variant {seed} hangs or crashes.");
        }
    }

    private Task<GradeResult> GradeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_installation.Folder, "in")).FullName;
        Pack(folder, Hostile, TestData.Path("pdf-hostile", "overflows-the-stack.pdf"));
        Pack(folder, Good, TestData.Path("corpus", "pdf", Good + ".pdf"));
        return _installation.GradeAsync(r => r with { InputPath = folder, WorksheetPath = null });
    }

    private static void Pack(string folder, string name, string pdf)
    {
        var path = Path.Combine(folder, name + ".zip");
        if (File.Exists(path))
            return;
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(pdf, name + ".pdf");
    }
}
