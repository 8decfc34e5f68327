using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Benchmarks;
using AutoGrader.IntegrationTests.Application.Runs;
using AutoGrader.Migrations.Postgres;
using AutoGrader.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>What PostgreSQL must do as SQLite does, and what only several machines do.</summary>
public sealed partial class PostgresTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_databases_have_the_same_migrations_from_the_first_of_PostgreSQL_on()
    {
        var sqlite = Names(new SqliteProvider());
        var postgres = Names(new PostgresProvider("Host=localhost"));

        Assert.NotEmpty(postgres);
        Assert.Equal(sqlite.SkipWhile(name => name != postgres[0]), postgres);
    }

    [Fact]
    public void The_migrations_of_PostgreSQL_make_the_model_of_the_code()
    {
        using var context = Open(new PostgresProvider("Host=localhost"));
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration for PostgreSQL: the model has changed.");
    }

    [Fact]
    public async Task The_command_line_writes_the_same_bytes_on_either_database()
    {
        SkipWithoutServer();
        using var sqlite = new Installation(postgres: false);
        using var postgres = new Installation(postgres: true);

        await sqlite.GradeAsync();
        await postgres.GradeAsync();

        Assert.Equal(Installation.Snapshot(sqlite.Out()), Installation.Snapshot(postgres.Out()));
    }

    [Fact]
    public async Task Of_two_workers_one_is_killed_and_the_other_finishes_to_the_same_outcome()
    {
        SkipWithoutServer();
        using var one = new Installation(postgres: true);
        using var two = new Installation(postgres: true);
        var export = Path.Combine(one.Folder, "export.zip");
        EnlargedExport.Write(Installation.Samples("submissions.zip"), 60, export);
        var alone = await StartAsync(one, export);
        var together = await StartAsync(two, export);

        using (var worker = WorkerProgram.Start(one, untilIdle: true))
            Assert.Equal(0, await worker.EndAsync(Cancel));
        using (var survivor = WorkerProgram.Start(two, untilIdle: true))
        using (var victim = WorkerProgram.Start(two, untilIdle: false))
        {
            await WaitAsync(two, survivor, victim);
            await victim.KillAsync(Cancel);
            Assert.Equal(0, await survivor.EndAsync(Cancel));
        }

        Assert.Equal(RunState.Finished, (await together.Course.ProgressAsync(together.Run)).State);
        Assert.Equal(await RunOutcome.OfAsync(one, Cancel), await RunOutcome.OfAsync(two, Cancel));
        Assert.Equal(
            Installation.Snapshot(await alone.Course.WriteAsync(alone.Run)),
            Installation.Snapshot(await together.Course.WriteAsync(together.Run)));
    }

    private static void SkipWithoutServer() =>
        Assert.SkipWhen(TestDatabase.Server is null, "AUTOGRADER_TEST_POSTGRES names no server: .ci/postgres start FOLDER starts one.");

    private static async Task<(CourseSamples Course, Guid Run)> StartAsync(Installation installation, string export)
    {
        var course = await CourseSamples.CreateAsync(installation);
        await course.UploadAsync(export, Path.ChangeExtension(export, ".csv"));
        return (course, await course.StartAsync());
    }

    /// <summary>Waits until both have finished something and the victim is at work.</summary>
    private async Task WaitAsync(Installation installation, params WorkerProgram[] workers)
    {
        while (true)
        {
            await using var context = await installation.OpenAsync();
            var entries = await context.JobEntries.AsNoTracking().Where(e => e.Kind == JobEntry.GradeKind).ToListAsync(Cancel);
            bool Has(WorkerProgram worker, JobState state) =>
                entries.Exists(e => e.State == state && e.Worker!.Contains($"/{worker.Id}/", StringComparison.Ordinal));
            if (workers.All(w => Has(w, JobState.Done)) && Has(workers[^1], JobState.Running))
            {
                output.WriteLine($"Killed after {entries.Count(e => e.State == JobState.Done)} of {entries.Count}");
                return;
            }
            Assert.True(entries.Count == 0 || entries.Exists(e => e.State != JobState.Done), "The run ended before both had worked on it.");
            Assert.False(workers[^1].HasExited, "The worker ended by itself.");
            await Task.Delay(10, Cancel);
        }
    }

    private static AutoGraderDbContext Open(IDatabaseProvider provider)
    {
        var builder = new DbContextOptionsBuilder<AutoGraderDbContext>();
        provider.Configure(builder, ".");
        return new AutoGraderDbContext(builder.Options);
    }

    /// <summary>The names of a provider's migrations, without their times.</summary>
    private static List<string> Names(IDatabaseProvider provider)
    {
        using var context = Open(provider);
        return [.. context.Database.GetMigrations().Select(id => Time().Replace(id, ""))];
    }

    [GeneratedRegex(@"^\d+_")]
    private static partial Regex Time();
}
