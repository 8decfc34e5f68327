using AutoGrader.Application.Grading;
using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Interrupted, killed and repeated runs of the samples (12 hand-ins).</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_run_interrupted_after_some_submissions_goes_on_to_the_same_bytes(int after)
    {
        using var undisturbed = new Installation();
        await undisturbed.GradeAsync();

        using var stop = new CancellationTokenSource();
        var progress = new CallingProgress<GradeProgress>(p =>
        {
            if (p.Stage == GradeStage.Grading && p.Done >= after)
                stop.Cancel();
        });
        var interrupted = await _installation.GradeAsync(progress: progress, cancel: stop.Token);
        Assert.True(interrupted.Interrupted);
        Assert.InRange(interrupted.Pending, 1, 12 - after);
        Assert.Equal(12, interrupted.Submissions);
        await using (var context = await _installation.OpenAsync())
        {
            Assert.Equal(interrupted.Pending,
                await context.JobEntries.CountAsync(e => e.State == JobState.Queued && e.Attempt == 0, Cancel));
            Assert.Equal(0, await context.JobEntries.CountAsync(e => e.State == JobState.Running, Cancel));
        }

        var resumed = await _installation.GradeAsync();
        Assert.Equal(12 - interrupted.Pending, resumed.Reused);
        Assert.Equal(0, resumed.Pending);
        Assert.Equal(Installation.Snapshot(undisturbed.Out()), Installation.Snapshot(_installation.Out()));
    }

    [Fact]
    public async Task An_interrupted_run_writes_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        var progress = new CallingProgress<GradeProgress>(p =>
        {
            if (p.Done >= 3)
                stop.Cancel();
        });
        var result = await _installation.GradeAsync(r => r with { Parallel = 1 }, progress, stop.Token);
        var rows = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv"));
        Assert.Equal(13, rows.Count);
        Assert.Equal(result.Pending, rows.Count(r => r["status"] == "pending"));
        Assert.DoesNotContain(
            Directory.GetFiles(_installation.Out(), "*", SearchOption.AllDirectories), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_run_adds_no_row_to_the_database()
    {
        await _installation.GradeAsync();
        var before = await CountRowsAsync();
        await _installation.GradeAsync();
        Assert.Equal(before, await CountRowsAsync());
    }

    [Fact]
    public async Task A_submission_that_was_running_when_its_process_died_is_graded_by_the_next_run()
    {
        using var undisturbed = new Installation();
        await undisturbed.GradeAsync();
        await _installation.GradeAsync();
        await KillAsync(await AnyGradedParticipantAsync(), attempt: 1);

        var result = await _installation.GradeAsync();
        Assert.Equal(11, result.Reused);
        Assert.Equal(0, result.Unreadable);
        Assert.Equal(Installation.Snapshot(undisturbed.Out()), Installation.Snapshot(_installation.Out()));
    }

    [Fact]
    public async Task A_submission_that_ended_the_process_twice_is_unreadable_and_not_tried_a_third_time()
    {
        await _installation.GradeAsync();
        var participant = await AnyGradedParticipantAsync();
        await KillAsync(participant, attempt: 2);

        var result = await _installation.GradeAsync();
        Assert.Equal(1, result.Unreadable);
        await AssertUnreadableAsync(participant);

        var again = await _installation.GradeAsync();
        Assert.Equal(1, again.Unreadable);
        Assert.Equal(12, again.Reused);
        await AssertUnreadableAsync(participant);
    }

    [Fact]
    public async Task A_poisoned_submission_is_tried_again_when_a_tutor_says_so()
    {
        await _installation.GradeAsync();
        var before = Installation.Snapshot(_installation.Out())["assessments.json"];
        var participant = await AnyGradedParticipantAsync();
        await KillAsync(participant, attempt: 2);
        await _installation.GradeAsync();
        var overrides = Path.Combine(_installation.Folder, "overrides.csv");
        await File.WriteAllTextAsync(
            overrides, $"participant,criterion,points,reason,by\n{participant},unreadable-pdf,waive,looked at it,Tutor\n", Cancel);

        var result = await _installation.GradeAsync(r => r with { OverridesPath = overrides });
        Assert.Equal(0, result.Unreadable);
        Assert.Equal(before, Installation.Snapshot(_installation.Out())["assessments.json"]);
    }

    [Fact]
    public async Task A_changed_hand_in_is_graded_anew_and_a_withdrawn_one_disappears()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_installation.Folder, "in")).FullName;
        var first = Path.Combine(folder, "Krüger-11000004.zip");
        var second = Path.Combine(folder, "Sauer.zip");
        File.Copy(Testing.TestData.Path("corpus", "intake", "files", "i04", "Krüger-11000004.zip"), first);
        File.Copy(Testing.TestData.Path("corpus", "intake", "files", "i03", "Sauer.zip"), second);
        await GradeFolderAsync(folder);

        // Same name, other bytes, same length as announced by nothing: the content decides.
        File.Copy(Testing.TestData.Path("corpus", "intake", "files", "i08", "Vogt-11000008.zip"), first, overwrite: true);
        File.Delete(second);
        var result = await GradeFolderAsync(folder);
        Assert.Equal(0, result.Reused);
        Assert.Equal(1, result.NotGraded);
        Assert.Equal(1, result.Submissions);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<GradeResult> GradeFolderAsync(string folder) =>
        _installation.GradeAsync(r => r with { InputPath = folder, WorksheetPath = null });

    /// <summary>Leaves the ledger as a process does that dies while it works on a submission.</summary>
    private async Task KillAsync(string participant, int attempt)
    {
        await using var context = await _installation.OpenAsync();
        var submission = await context.Submissions.SingleAsync(s => s.HandInKey == participant, Cancel);
        var killed = await context.JobEntries.Where(e => e.SubjectId == submission.Id).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, JobState.Running).SetProperty(e => e.Attempt, attempt)
                .SetProperty(e => e.Worker, $"{Environment.MachineName}/{int.MaxValue}/20200101000000")
                .SetProperty(e => e.LeaseUntil, DateTime.UtcNow.AddHours(1)),
            Cancel);
        Assert.Equal(1, killed);
    }

    private async Task<string> AnyGradedParticipantAsync()
    {
        await using var context = await _installation.OpenAsync();
        return await context.Assessments.Where(a => a.Points != null).OrderBy(a => a.Submission!.HandInKey)
            .Select(a => a.Submission!.HandInKey).FirstAsync(Cancel);
    }

    private async Task AssertUnreadableAsync(string participant)
    {
        var row = DevelopmentExport.ReadTable(Path.Combine(_installation.Out(), "grades.csv")).Single(r => r["participant"] == participant);
        Assert.Equal("unreadable", row["status"]);
        Assert.Equal("", row["points"]);
        await using var context = await _installation.OpenAsync();
        var entry = await context.JobEntries.SingleAsync(
            e => context.Submissions.Any(s => s.Id == e.SubjectId && s.HandInKey == participant), Cancel);
        Assert.Equal(JobState.Failed, entry.State);
        Assert.Equal(2, entry.Attempt);
    }

    private async Task<string> CountRowsAsync()
    {
        await using var context = await _installation.OpenAsync();
        return string.Join(
            ' ',
            await context.Submissions.CountAsync(Cancel),
            await context.Runs.CountAsync(Cancel),
            await context.Assessments.CountAsync(Cancel),
            await context.Scores.CountAsync(Cancel),
            await context.Readings.CountAsync(Cancel),
            await context.Artifacts.CountAsync(Cancel),
            await context.JobEntries.CountAsync(Cancel),
            await context.Audit.CountAsync(Cancel));
    }
}
