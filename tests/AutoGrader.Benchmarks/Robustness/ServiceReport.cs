using System.Diagnostics;
using System.Globalization;
using AutoGrader.Application;
using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Runs;
using AutoGrader.Cli.Hosting;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>
/// How long the service takes from the upload of an export until all of it is graded, by so many worker processes. On SQLite, or on the
/// PostgreSQL database that <c>AutoGrader__Database</c> names, which must be empty.
/// </summary>
internal static class ServiceReport
{
    public static async Task RunAsync(int handIns, int workers, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("autograder-service-").FullName;
        try
        {
            var export = Path.Combine(folder, "export.zip");
            EnlargedExport.Write(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"), handIns, export);
            await using var services = Services(folder);
            var assignment = await AssignmentAsync(services);
            var watch = Stopwatch.StartNew();
            await using (var content = File.OpenRead(export))
                await services.GetRequiredService<ReceiveUpload>().ExecuteAsync(assignment, "export.zip", content, "benchmark");
            var received = watch.Elapsed;
            var run = (await services.GetRequiredService<StartRun>().ExecuteAsync(assignment, "benchmark")).RunId!.Value;
            var (peak, processor) = await WorkAsync(folder, workers);
            var progress = (await services.GetRequiredService<ReadRunProgress>().ExecuteAsync(run))!;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.Done} of {handIns} hand-ins ({new FileInfo(export).Length / 1_000_000} MB), {workers} worker process(es): "
                    + $"received in {received.TotalSeconds:0.0} s, {progress.State} after {watch.Elapsed.TotalSeconds:0.0} s; "
                    + $"processor time of the workers without their readers {processor.TotalSeconds:0.0} s, "
                    + $"most memory of one {peak / (1 << 20)} MB"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(string folder)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAutoGrader(o => o.DataDirectory = Path.Combine(folder, "data"));
        services.AddDatabase(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        return services.BuildServiceProvider();
    }

    internal static async Task<Guid> AssignmentAsync(IServiceProvider services)
    {
        var person = new Person { Id = Guid.CreateVersion7(), UserName = "benchmark" };
        var rubric = SheetRubric.Version();
        await using (var context = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None))
        {
            context.Users.Add(person);
            await context.EnsureRubricAsync(rubric, GradedAnswerSet.Empty, DateTime.UtcNow, CancellationToken.None);
            await context.SaveChangesAsync();
        }
        var course = await services.GetRequiredService<CreateCourse>().ExecuteAsync("Benchmark", person.Id, "benchmark");
        return await services.GetRequiredService<CreateAssignment>()
            .ExecuteAsync(new NewAssignment(course, rubric.Hash, new("Sheet")), "benchmark");
    }

    private static async Task<(long Peak, TimeSpan Processor)> WorkAsync(string folder, int workers)
    {
        var start = new ProcessStartInfo(PdfWorkerProgram.DotnetHost())
        {
            ArgumentList =
            {
                typeof(PdfWorkerProgram).Assembly.Location, "worker", "--until-idle", "--data", Path.Combine(folder, "data"),
            },
            WorkingDirectory = folder,
        };
        var processes = Enumerable.Range(0, workers).Select(_ => Process.Start(start)!).ToList();
        var (peak, processor) = (0L, new TimeSpan[workers]);
        while (processes.Exists(p => !p.HasExited))
        {
            foreach (var (i, process) in processes.Index().Where(p => !p.Item.HasExited))
            {
                process.Refresh();
                try
                {
                    (peak, processor[i]) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
                }
                catch (InvalidOperationException)
                {
                    // It has just ended.
                }
            }
            await Task.Delay(100);
        }
        return (peak, processor.Aggregate(TimeSpan.Zero, (sum, time) => sum + time));
    }
}
