using System.Diagnostics;
using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Maintenance;
using AutoGrader.Benchmarks;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>The real worker, killed at moments spread over a whole run by chance.</summary>
public sealed class KillTests : IDisposable
{
    private const int HandIns = 200;
    private const int Kills = 20;

    // On more cores each kill would leave more suspects, and twenty kills nothing else.
    private static readonly Dictionary<string, string> TwoHands = new() { ["AutoGrader__Parallel"] = "2" };

    private readonly Installation _installation = new();
    private readonly ITestOutputHelper _output;

    public KillTests(ITestOutputHelper output) => _output = output;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_installation.Folder, "data");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_run_killed_twenty_times_loses_nothing_and_doubles_nothing()
    {
        using var undisturbed = new Installation();
        var export = Path.Combine(_installation.Folder, "export.zip");
        EnlargedExport.Write(Installation.Samples("submissions.zip"), HandIns, export);
        var expected = await UndisturbedAsync(undisturbed, export);

        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadAsync(export, Path.ChangeExtension(export, ".csv"));
        var run = await course.StartAsync();
        var watch = Stopwatch.StartNew();
        foreach (var (done, delay) in Moments(new Random(20)))
            await KillOnceAsync(done, delay);
        using (var last = WorkerProgram.Start(_installation, untilIdle: true))
            Assert.Equal(0, await last.EndAsync(Cancel));
        _output.WriteLine($"Killed {Kills} times and finished in {watch.Elapsed.TotalSeconds:0} s; attempts: {await AttemptsAsync()}");

        await _installation.Get<Doctor>().ExecuteAsync(repair: true, Cancel);
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
        Assert.Equal(expected.Rows, await RunOutcome.OfAsync(_installation, Cancel));
        Assert.Equal(expected.Written, Installation.Snapshot(await course.WriteAsync(run)));
        Assert.Equal(expected.Stored, Installation.Snapshot(Path.Combine(Data, "artifacts")));
    }

    [Fact]
    public async Task The_service_itself_goes_on_after_each_death_to_the_bytes_of_the_command_line()
    {
        using var commandLine = new Installation();
        await commandLine.GradeAsync();
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        var run = await course.StartAsync();
        foreach (var done in new[] { 0, 3 })
        {
            using var victim = WorkerProgram.Serve(_installation, TwoHands);
            await WaitAsync(victim, done);
            await victim.KillAsync(Cancel);
        }

        using var service = WorkerProgram.Serve(_installation);
        while ((await course.ProgressAsync(run)).State is RunState.Running or RunState.Finishing)
        {
            Assert.False(service.HasExited, "The service ended by itself.");
            await Task.Delay(50, Cancel);
        }
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
        Assert.Equal(Installation.Snapshot(commandLine.Out()), Installation.Snapshot(await course.WriteAsync(run)));
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_gives_back_what_it_has_without_counting_the_attempt()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        var run = await course.StartAsync();
        using (var worker = WorkerProgram.Start(_installation, untilIdle: false))
        {
            await WaitAsync(worker, done: 1);
            Assert.Equal(130, await worker.StopAsync(Cancel));
        }

        await using (var context = await _installation.OpenAsync())
        {
            Assert.False(await context.JobEntries.AnyAsync(e => e.State == JobState.Running, Cancel));
            Assert.False(await context.JobEntries.AnyAsync(e => e.State == JobState.Queued && e.Attempt > 0, Cancel));
        }
        await course.WorkAsync();
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
    }

    private sealed record Outcome(
        IReadOnlyList<string> Rows, IReadOnlyDictionary<string, string> Written, IReadOnlyDictionary<string, string> Stored);

    private static async Task<Outcome> UndisturbedAsync(Installation installation, string export)
    {
        var course = await CourseSamples.CreateAsync(installation);
        await course.UploadAsync(export, Path.ChangeExtension(export, ".csv"));
        var run = await course.StartAsync();
        using (var worker = WorkerProgram.Start(installation, untilIdle: true))
            Assert.Equal(0, await worker.EndAsync(Cancel));
        Assert.Equal(HandIns, (await course.ProgressAsync(run)).Done);
        return new Outcome(
            await RunOutcome.OfAsync(installation, Cancel),
            Installation.Snapshot(await course.WriteAsync(run)),
            Installation.Snapshot(Path.Combine(installation.Folder, "data", "artifacts")));
    }

    /// <summary>
    /// When to kill: so many hand-ins done, and then a moment later. Once before anything is registered, twice while the run is being
    /// finished. In between not after three quarters: what was being graded when the process died is graded alone at the end, and a second
    /// death there would rightly make it poison.
    /// </summary>
    private static IEnumerable<(int Done, TimeSpan Delay)> Moments(Random random)
    {
        TimeSpan Delay(int most) => TimeSpan.FromMilliseconds(random.Next(most));
        yield return (-1, Delay(400));
        foreach (var done in Enumerable.Range(0, Kills - 3).Select(_ => random.Next(HandIns * 3 / 4)).Order())
            yield return (done, Delay(120));
        yield return (HandIns, Delay(20));
        yield return (HandIns, Delay(60));
    }

    private async Task KillOnceAsync(int done, TimeSpan delay)
    {
        using var worker = WorkerProgram.Start(_installation, untilIdle: false, TwoHands);
        if (done >= 0)
            await WaitAsync(worker, done);
        await Task.Delay(delay, Cancel);
        Assert.False(worker.HasExited, "The worker ended by itself.");
        await worker.KillAsync(Cancel);
    }

    /// <summary>Waits until the worker is at work and so many hand-ins are done.</summary>
    private async Task WaitAsync(WorkerProgram worker, int done)
    {
        while (true)
        {
            await using (var context = await _installation.OpenAsync())
            {
                var finished = await context.JobEntries.CountAsync(e => e.Kind == JobEntry.GradeKind && e.State == JobState.Done, Cancel);
                var isAtWork = await context.JobEntries
                    .AnyAsync(e => e.State == JobState.Running && e.Worker!.Contains($"/{worker.Id}/"), Cancel);
                if (finished >= done && (isAtWork || finished >= HandIns))
                    return;
            }
            Assert.False(worker.HasExited, "The worker ended by itself.");
            await Task.Delay(10, Cancel);
        }
    }

    private async Task<string> AttemptsAsync()
    {
        await using var context = await _installation.OpenAsync();
        var attempts = await context.JobEntries.GroupBy(e => e.Attempt).Select(g => new { g.Key, Count = g.Count() })
            .OrderBy(g => g.Key).ToListAsync(Cancel);
        return string.Join(", ", attempts.Select(a => $"{a.Count} entries {a.Key}"));
    }
}
