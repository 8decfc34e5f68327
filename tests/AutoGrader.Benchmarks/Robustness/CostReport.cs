using System.Diagnostics;
using System.Globalization;
using AutoGrader.Application;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Cli.Hosting;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Migrations.Sqlite;
using AutoGrader.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>What reading costs: processor time of worker processes as the program starts them, one file after the other.</summary>
internal static class CostReport
{
    private const int WarmUp = 5;
    private const int Rounds = 10;

    private static readonly PdfReadLimits Limits = new();

    public static async Task RunAsync(CorpusFolder corpus, TextWriter output)
    {
        using (var worker = await WorkerProcess.StartAsync(
            PdfWorkerProgram.Command(), Limits.Memory, TimeProvider.System, CancellationToken.None))
            await PrintPagesAsync(corpus, worker, output);
        await PrintShareAsync(output);
    }

    private static async Task PrintPagesAsync(CorpusFolder corpus, WorkerProcess worker, TextWriter output)
    {
        var toolchains = corpus.Students
            .GroupBy(s => s.Toolchain, s => corpus.ReadPdf(s))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        for (var round = 0; round < WarmUp; round++)
        {
            foreach (var pdf in toolchains.SelectMany(t => t))
                await ReadAsync(worker, pdf);
        }
        var table = new TextTable("toolchain", "reports", "pages", "ms a page");
        var (pages, time) = (0, TimeSpan.Zero);
        foreach (var toolchain in toolchains)
        {
            var before = worker.ProcessorTime;
            var read = 0;
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var pdf in toolchain)
                    read += (await ReadAsync(worker, pdf)).Content?.Pages.Count ?? 0;
            }
            var taken = worker.ProcessorTime - before;
            table.Add(toolchain.Key, Number(toolchain.Count()), Number(read / Rounds), Milliseconds(taken, read));
            (pages, time) = (pages + read, time + taken);
        }
        table.Add("all", Number(corpus.Students.Count), Number(pages / Rounds), Milliseconds(time, pages));
        table.Print(output, "Processor time of reading after warm-up, one worker");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  most memory of the worker: {worker.PeakMemory / (1024 * 1024)} MB"));
    }

    private static Task<PdfReadResult> ReadAsync(WorkerProcess worker, byte[] pdf) => worker.AskAsync(
        PdfWorkerProtocol.Format(new PdfWorkerRequest(PdfWorkerJob.Read, Limits)), pdf, PdfWorkerProtocol.Parse<PdfReadResult>,
        Limits.WallTime, TimeProvider.System, CancellationToken.None);

    /// <summary>The development export, enlarged, from the zip to the results: warm-up included, as a user meets it.</summary>
    private static async Task PrintShareAsync(TextWriter output)
    {
        const int HandIns = 200;
        var folder = Directory.CreateTempSubdirectory("autograder-cost-").FullName;
        try
        {
            var input = Path.Combine(folder, "export.zip");
            EnlargedExport.Write(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"), HandIns, input);
            var services = new ServiceCollection().AddLogging();
            services.AddAutoGrader(o => o.DataDirectory = Path.Combine(folder, "data")).AddAutoGraderSqlite();
            services.AddPdfWorkerProcesses(PdfWorkerProgram.Command());
            await using var provider = services.BuildServiceProvider();
            var pool = (PdfWorkerPool)provider.GetRequiredService<IPdfWorker>();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await provider.GetRequiredService<GradeInput>().ExecuteAsync(new GradeRequest
            {
                InputPath = input,
                Rubric = Rubric(),
                OutputDirectory = Path.Combine(folder, "out"),
                Actor = "benchmark",
            });
            var here = Process.GetCurrentProcess().TotalProcessorTime - before;
            var workers = pool.Usage.ProcessorTime;
            output.WriteLine();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{HandIns} hand-ins graded: {(here + workers).TotalSeconds:F1} s of processor time, "
                    + $"{workers / (here + workers):P0} in workers; most memory of a worker: {pool.Usage.PeakMemory / (1024 * 1024)} MB"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RubricVersion Rubric()
    {
        const string Name = "ivu-sheet-05.yaml";
        return RubricReader.Read(File.ReadAllText(TestData.InRepository("rubrics", Name)), Name).Version!;
    }

    private static string Milliseconds(TimeSpan time, int pages) =>
        pages == 0 ? "" : (time.TotalMilliseconds / pages).ToString("F1", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
