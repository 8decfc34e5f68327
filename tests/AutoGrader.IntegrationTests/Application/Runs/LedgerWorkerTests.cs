using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>What the worker does while its hands are full.</summary>
public sealed class LedgerWorkerTests : IDisposable
{
    private readonly BlockedReading _reading = new();
    private readonly Installation _installation;

    public LedgerWorkerTests() => _installation = new Installation(services =>
    {
        services.AddSingleton<IPdfWorker>(_reading);
        services.Configure<AutoGraderOptions>(o => o.Parallel = 1);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task What_somebody_waits_for_does_not_wait_behind_a_run()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        await course.StartAsync();
        var work = course.WorkAsync();
        await _reading.Begun.WaitAsync(Cancel);

        // All bulk hands are held up; the intake of another run is done nevertheless.
        var other = await OtherAssignmentAsync(course);
        var run = (await _installation.Get<StartRun>().ExecuteAsync(other, "tutor", Cancel)).RunId!.Value;
        while (!(await course.ProgressAsync(run)).IsRegistered)
            await Task.Delay(20, Cancel);

        _reading.Open();
        await work;
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
    }

    [Fact]
    public async Task Work_of_a_cancelled_run_is_given_up_and_the_ledger_says_what_was_being_done()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        var run = await course.StartAsync();
        var work = course.WorkAsync();
        await _reading.Begun.WaitAsync(Cancel);
        while (!(await course.ProgressAsync(run)).ByStage.ContainsKey("read"))
            await Task.Delay(20, Cancel);

        await _installation.Get<CancelRun>().ExecuteAsync(run, "tutor", Cancel);

        await _reading.GivenUp.WaitAsync(Cancel);
        await work;
        var progress = await course.ProgressAsync(run);
        Assert.Equal(RunState.Cancelled, progress.State);
        Assert.True(progress.ByState[JobState.Cancelled] > 0);
        await using var context = await _installation.OpenAsync();
        Assert.False(await context.JobEntries.AnyAsync(e => e.State == JobState.Running, Cancel));
    }

    /// <summary>A second assignment of the course with the same export.</summary>
    private static async Task<Guid> OtherAssignmentAsync(CourseSamples course)
    {
        var other = await course.AnotherAsync();
        await other.UploadSamplesAsync();
        return other.AssignmentId;
    }
}
