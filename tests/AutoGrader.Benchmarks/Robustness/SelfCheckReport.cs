using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AutoGrader.Application.Courses;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Runs;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Cli.Hosting;
using AutoGrader.Testing;
using AutoGrader.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig.Writer;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>
/// How long students wait for a self-check of a report of ten pages over HTTP: all at the same moment, and one after the other within ten
/// seconds; alone, and while the same service grades. The load of the machine is told, because others may be at work on it.
/// </summary>
internal static class SelfCheckReport
{
    private const string Name = "Ahlers-12208846";
    private const int LeastPages = 10;

    public static async Task RunAsync(int students, int handIns, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("autograder-selfcheck-").FullName;
        try
        {
            await using var service = await StartAsync(folder);
            var assignment = await ServiceReport.AssignmentAsync(service.Services);
            using var client = new HttpClient { BaseAddress = new Uri(service.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
            var archive = Archive();
            // Students open the page, and then choose their file.
            (await client.GetAsync(new Uri($"/check/{assignment}", UriKind.Relative))).EnsureSuccessStatusCode();
            await Task.Delay(TimeSpan.FromSeconds(10));
            var (_, pages) = await CheckAsync(client, assignment, archive);
            output.WriteLine($"report of {pages} pages, {archive.Length / 1024} KB, {Environment.ProcessorCount} cores");
            await MeasureAsync("alone", service.Services, client, assignment, archive, students, output);
            await GradeAsync(service.Services, assignment, folder, handIns);
            var run = (await service.Services.GetRequiredService<StartRun>().ExecuteAsync(assignment, "benchmark")).RunId!.Value;
            await AtWorkAsync(service.Services, run, handIns / 10);
            var watch = Stopwatch.StartNew();
            var before = await DoneAsync(service.Services, run);
            await MeasureAsync("while grading", service.Services, client, assignment, archive, students, output);
            var done = await DoneAsync(service.Services, run);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"graded meanwhile: {done - before} in {watch.Elapsed.TotalSeconds:0} s, {done} of {handIns}"));
            await service.Services.GetRequiredService<CancelRun>().ExecuteAsync(run, "benchmark");
            await service.StopAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["AutoGrader:Web:RubricDirectory"] = Path.Combine(folder, "none"),
            ["AutoGrader:Web:ChecksPerMinute"] = "1000000",
            ["AutoGrader:Web:RequestsPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:AutoGrader"] = "Warning",
        }).Build();
        var service = WebService.Build(
            configuration, services => CommandServices.AddUseCases(services, configuration, Path.Combine(folder, "data")), TextWriter.Null);
        await service.StartAsync();
        return service;
    }

    private static async Task GradeAsync(IServiceProvider services, Guid assignment, string folder, int handIns)
    {
        var export = Path.Combine(folder, "export.zip");
        EnlargedExport.Write(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"), handIns, export);
        await using var content = File.OpenRead(export);
        await services.GetRequiredService<ReceiveUpload>().ExecuteAsync(assignment, "export.zip", content, "benchmark");
    }

    // In the midst of it, not while the code for it is compiled.
    private static async Task AtWorkAsync(IServiceProvider services, Guid run, int done)
    {
        while (await DoneAsync(services, run) < done)
            await Task.Delay(200);
    }

    private static async Task<int> DoneAsync(IServiceProvider services, Guid run) =>
        (await services.GetRequiredService<ReadRunProgress>().ExecuteAsync(run))!.Done;

    private static async Task MeasureAsync(
        string when, IServiceProvider service, HttpClient client, Guid assignment, byte[] archive, int students, TextWriter output)
    {
        foreach (var (how, pause) in new[] { ("at the same moment", 0.0), ("within ten seconds", 10.0 / students) })
        {
            var (load, usage) = (Load(), UsageOf(service));
            var waits = await Task.WhenAll(Enumerable.Range(0, students).Select(async i =>
            {
                await Task.Delay(TimeSpan.FromSeconds(i * pause));
                return (await CheckAsync(client, assignment, archive)).Wait.TotalSeconds;
            }));
            Array.Sort(waits);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{when}, {students} {how}: median {waits[students / 2]:0.00} s, p95 {waits[(int)(0.95 * (students - 1))]:0.00} s, "
                    + $"longest {waits[^1]:0.00} s; processor time of a check "
                    + $"{PerCheck(UsageOf(service).Server - usage.Server)} in the server and "
                    + $"{PerCheck(UsageOf(service).Reader - usage.Reader)} in the reader; load {load} before, {Load()} after"));

            string PerCheck(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds / students:0} ms");
        }
    }

    // The server's is that of all it does, grading included.
    private static (TimeSpan Server, TimeSpan Reader) UsageOf(IServiceProvider service) => (
        Environment.CpuUsage.TotalTime,
        ((PdfWorkerPool)service.GetRequiredKeyedService<IPdfWorker>(CheckHandIn.Worker)).Usage.ProcessorTime);

    private static async Task<(TimeSpan Wait, int Pages)> CheckAsync(HttpClient client, Guid assignment, byte[] archive)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(archive), "file", Name + ".zip" } };
        var watch = Stopwatch.StartNew();
        using var response = await client.PostAsync($"/check/{assignment}?format=json", form);
        response.EnsureSuccessStatusCode();
        var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return (watch.Elapsed, answer.RootElement.GetProperty("pages").GetInt32());
    }

    /// <summary>A report of at least ten pages, made of those of the corpus.</summary>
    private static byte[] Archive()
    {
        var parts = new List<byte[]>();
        var pages = 0;
        foreach (var path in Directory.GetFiles(TestData.Path("corpus", "pdf"), "*.pdf").Order(StringComparer.Ordinal))
        {
            parts.Add(File.ReadAllBytes(path));
            using (var document = UglyToad.PdfPig.PdfDocument.Open(parts[^1]))
                pages += document.NumberOfPages;
            if (pages >= LeastPages)
                break;
        }
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(Name + ".pdf").Open();
            entry.Write(PdfMerger.Merge(parts));
        }
        return buffer.ToArray();
    }

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
