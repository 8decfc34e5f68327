using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>What a process leaves behind that died while it worked for the service.</summary>
public sealed class RecoveryTests : IDisposable
{
    private static readonly string DeadWorker = $"{Environment.MachineName}/{int.MaxValue}/20200101000000";

    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_hand_in_that_ended_the_process_once_is_graded()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var files = Installation.Snapshot(await course.WriteAsync(run));
        await KillAsync(run, await GradedAsync(), attempt: 1);

        await course.WorkAsync();

        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
        Assert.Equal(files, Installation.Snapshot(await course.WriteAsync(run)));
    }

    [Fact]
    public async Task A_hand_in_that_ended_the_process_twice_is_unreadable_and_costs_nobody_else_anything()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var poison = await GradedAsync();
        await KillAsync(run, poison, attempt: 2);

        await course.WorkAsync();

        var progress = await course.ProgressAsync(run);
        Assert.Equal(RunState.Finished, progress.State);
        Assert.Equal(1, progress.ByStatus[SubmissionStatus.Unreadable]);
        Assert.Equal((poison, "poison"), (progress.Troubles[0].SubmissionId, progress.Troubles[0].Error));
        await using (var context = await _installation.OpenAsync())
        {
            var entry = await context.JobEntries.AsNoTracking().SingleAsync(e => e.SubjectId == poison, Cancel);
            Assert.Equal((JobState.Failed, 2), (entry.State, entry.Attempt));
        }
        // Starting anew does not try it a third time.
        await course.StartAsync();
        await course.WorkAsync();
        Assert.Equal(1, (await course.ProgressAsync(run)).ByStatus[SubmissionStatus.Unreadable]);
    }

    [Fact]
    public async Task An_export_that_ended_the_process_twice_fails_the_run()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        await KillAsync(run, run, attempt: 2, JobEntry.IntakeKind);

        await course.WorkAsync();

        var progress = await course.ProgressAsync(run);
        Assert.Equal(RunState.Failed, progress.State);
        Assert.Contains("twice", progress.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_last_process_died_before_it_could_close_it_is_closed_by_recovery()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        await using (var context = await _installation.OpenAsync())
            await context.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Running), Cancel);

        await course.WorkAsync();

        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
    }

    [Fact]
    public async Task The_service_leaves_entries_of_the_command_line_alone()
    {
        await _installation.GradeAsync();
        await using (var context = await _installation.OpenAsync())
            await context.JobEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.State, JobState.Queued), Cancel);

        await _installation.Get<LedgerWorker>().ExecuteAsync(untilIdle: true, Cancel);

        await using var reading = await _installation.OpenAsync();
        Assert.Equal(12, await reading.JobEntries.CountAsync(e => e.State == JobState.Queued, Cancel));
    }

    [Fact]
    public async Task Never_begun_entries_are_poked_before_suspects_and_what_somebody_waits_for_before_all()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var suspect = await GradedAsync();
        await using (var context = await _installation.OpenAsync())
            await context.JobEntries.Where(e => e.Kind != JobEntry.IntakeKind).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.State, JobState.Queued).SetProperty(e => e.Attempt, e => e.SubjectId == suspect ? 1 : 0),
                Cancel);

        var waiting = await _installation.Get<JobLedger>().RecoverAsync(Cancel);

        Assert.Equal(13, waiting.Count);
        Assert.Equal(JobLane.Live, waiting[0].Lane);
        Assert.All(waiting.Skip(1), w => Assert.Equal(JobLane.Bulk, w.Lane));
        await using var reading = await _installation.OpenAsync();
        Assert.Equal(suspect, (await reading.JobEntries.SingleAsync(e => e.Id == waiting[12].Entry, Cancel)).SubjectId);
        Assert.Equal(waiting.Skip(1).Take(11).Select(w => w.Entry).Order(), waiting.Skip(1).Take(11).Select(w => w.Entry));
        Assert.NotEqual(Guid.Empty, run);
    }

    /// <summary>Leaves the ledger as a process does that dies while it works on a subject.</summary>
    private async Task KillAsync(Guid run, Guid subject, int attempt, string kind = JobEntry.GradeKind)
    {
        await using var context = await _installation.OpenAsync();
        Assert.Equal(1, await context.JobEntries.Where(e => e.SubjectId == subject && e.Kind == kind).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, JobState.Running).SetProperty(e => e.Attempt, attempt)
                .SetProperty(e => e.Worker, DeadWorker).SetProperty(e => e.LeaseUntil, DateTime.UtcNow.AddHours(1)),
            Cancel));
        await context.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Running), Cancel);
    }

    private async Task<Guid> GradedAsync()
    {
        await using var context = await _installation.OpenAsync();
        return await context.Assessments.Where(a => a.Points != null).OrderBy(a => a.SubmissionId).Select(a => a.SubmissionId)
            .FirstAsync(Cancel);
    }
}
