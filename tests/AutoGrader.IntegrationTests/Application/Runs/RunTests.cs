using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Runs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>Runs of the service on the samples (12 hand-ins), pulled from the ledger.</summary>
public sealed class RunTests : IDisposable
{
    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task The_service_writes_the_same_bytes_as_the_command_line()
    {
        using var commandLine = new Installation();
        await commandLine.GradeAsync();
        var course = await CourseSamples.CreateAsync(_installation);

        var run = await course.GradeSamplesAsync();

        Assert.Equal(Installation.Snapshot(commandLine.Out()), Installation.Snapshot(await course.WriteAsync(run)));
    }

    [Fact]
    public async Task A_run_ends_by_one_finish_with_every_submission_counted()
    {
        var course = await CourseSamples.CreateAsync(_installation);

        var progress = await course.ProgressAsync(await course.GradeSamplesAsync());

        Assert.Equal(RunState.Finished, progress.State);
        Assert.Equal((12, 12), (progress.Total, progress.Done));
        Assert.Equal(12, progress.ByStatus.Values.Sum());
        Assert.Equal(3, progress.Troubles.Count);
        Assert.All(progress.Troubles, t => Assert.NotEmpty(t.Reasons));
        await using var context = await _installation.OpenAsync();
        Assert.Equal(1, await context.JobEntries.CountAsync(e => e.Kind == JobEntry.FinishKind, Cancel));
        Assert.Equal(14, await context.JobEntries.CountAsync(e => e.State == JobState.Done && e.Attempt == 1, Cancel));
    }

    [Fact]
    public async Task Starting_again_grades_nothing_anew()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var before = await AssessedAsync();

        Assert.Equal(run, await course.StartAsync());
        await course.WorkAsync();

        Assert.Equal(before, await AssessedAsync());
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
    }

    [Fact]
    public async Task Nothing_is_started_without_an_upload()
    {
        var course = await CourseSamples.CreateAsync(_installation);

        Assert.Equal(RunProblem.NoUpload, (await StartRun.ExecuteAsync(course.AssignmentId, "tutor", Cancel)).Problem);
        Assert.Equal(RunProblem.Unknown, (await StartRun.ExecuteAsync(Guid.CreateVersion7(), "tutor", Cancel)).Problem);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_done_and_goes_on_when_resumed()
    {
        using var undisturbed = new Installation();
        await undisturbed.GradeAsync();
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        var run = await course.StartAsync();
        await PullAsync(JobEntry.IntakeKind, 1);
        await PullAsync(JobEntry.GradeKind, 3);

        Assert.True(await _installation.Get<CancelRun>().ExecuteAsync(run, "tutor", Cancel));
        await course.WorkAsync();
        var cancelled = await course.ProgressAsync(run);
        Assert.Equal(RunState.Cancelled, cancelled.State);
        Assert.Equal((3, 9), (cancelled.Done, cancelled.ByState[JobState.Cancelled]));
        Assert.False(await _installation.Get<CancelRun>().ExecuteAsync(run, "tutor", Cancel));

        Assert.Null((await _installation.Get<ResumeRun>().ExecuteAsync(run, "tutor", Cancel)).Problem);
        await course.WorkAsync();
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
        Assert.Equal(Installation.Snapshot(undisturbed.Out()), Installation.Snapshot(await course.WriteAsync(run)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(null)]
    public async Task One_a_selection_or_all_are_graded_again_to_the_same(int? count)
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var files = Installation.Snapshot(await course.WriteAsync(run));
        var before = await AssessedAsync();
        var selected = count is { } number ? before.Keys.Take(number).ToList() : null;

        Assert.Null((await _installation.Get<GradeAgain>().ExecuteAsync(run, selected, "tutor", Cancel)).Problem);
        await course.WorkAsync();

        var after = await AssessedAsync();
        Assert.Equal(selected ?? [.. before.Keys], before.Keys.Where(id => after[id] != before[id]));
        Assert.Equal(RunState.Finished, (await course.ProgressAsync(run)).State);
        Assert.Equal(files, Installation.Snapshot(await course.WriteAsync(run)));
    }

    [Fact]
    public async Task A_decision_made_while_its_submission_is_being_graded_is_in_the_result()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        Guid submission;
        await using (var context = await _installation.OpenAsync())
        {
            var score = await (
                from assessment in context.Assessments
                where assessment.Points != null
                from answer in assessment.Answers
                from scored in answer.Scores
                orderby assessment.SubmissionId, scored.CriterionId
                select new { assessment.SubmissionId, assessment.Submission!.ContentHash, Score = scored }).FirstAsync(Cancel);
            submission = score.SubmissionId;
            context.Overrides.Add(new StoredOverride
            {
                Id = Guid.CreateVersion7(),
                SubmissionId = submission,
                RubricId = Installation.Rubric.Rubric.Id,
                Target = score.Score.CriterionId,
                Points = score.Score.Maximum,
                Maximum = score.Score.Maximum,
                CriterionText = score.Score.CriterionText.English,
                Answer = "",
                ContentHash = score.ContentHash,
                By = "tutor",
                Reason = "seen by hand",
                DecidedAt = DateTime.UtcNow,
            });
            await context.SaveChangesAsync(Cancel);
        }
        // What was judged before the decision is refused, and the entry waits again.
        using var open = await _installation.Get<OpenRuns>().OpenAsync(run, Cancel);
        await _installation.Get<GradeAgain>().ExecuteAsync(run, [submission], "tutor", Cancel);
        var entry = await EntryAsync(submission);
        Assert.True(await _installation.Get<JobLedger>().TryClaimAsync(entry.Id, Cancel));
        await using (var context = await _installation.OpenAsync())
        {
            var row = await context.Submissions.AsNoTracking().SingleAsync(s => s.Id == submission, Cancel);
            var item = new RegisteredHandIn(
                open.Find(row.HandInKey)!, submission, entry.Id, "", AutoGrader.Application.Review.Decisions.On(row, ""), WorkState.Open);
            Assert.False(await _installation.Get<GradeSubmission>().GradeAsync(open.Context, item, Cancel));
        }
        Assert.Equal((JobState.Queued, 0), ((await EntryAsync(submission)).State, (await EntryAsync(submission)).Attempt));

        await course.WorkAsync();
        await using var reading = await _installation.OpenAsync();
        Assert.Equal(1, await reading.Scores.CountAsync(s => s.Override != null, Cancel));
    }

    [Fact]
    public async Task A_newer_export_is_the_same_run_with_what_changed_graded_anew()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var before = await AssessedAsync();
        var newer = Path.Combine(_installation.Folder, "newer.zip");
        File.Copy(Installation.Samples("submissions.zip"), newer);
        using (var zip = System.IO.Compression.ZipFile.Open(newer, System.IO.Compression.ZipArchiveMode.Update))
            zip.Entries[0].Delete();

        Assert.False((await course.UploadAsync(newer)).WasKnown);
        Assert.Equal(run, await course.StartAsync());
        await course.WorkAsync();

        Assert.Equal(11, (await course.ProgressAsync(run)).Total);
        Assert.Equal(before, await AssessedAsync());
        Assert.True((await course.UploadSamplesAsync()).WasKnown);
        await course.StartAsync();
        await course.WorkAsync();
        Assert.Equal(12, (await course.ProgressAsync(run)).Total);
        Assert.Equal(before, await AssessedAsync());
    }

    [Fact]
    public async Task A_run_by_another_rubric_version_ends_the_former_one_which_cannot_be_resumed()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        await course.UploadSamplesAsync();
        var former = await course.StartAsync();
        await PullAsync(JobEntry.IntakeKind, 1);
        await PullAsync(JobEntry.GradeKind, 2);
        var rubric = Path.Combine(_installation.Folder, "changed.yaml");
        var text = await File.ReadAllTextAsync(Testing.TestData.InRepository("rubrics", "ivu-sheet-05.yaml"), Cancel);
        await File.WriteAllTextAsync(rubric, text.Replace("review-below: 0.8", "review-below: 0.85", StringComparison.Ordinal), Cancel);
        var changed = (await _installation.Get<ImportRubric>().ExecuteAsync(rubric, "tutor", Cancel)).Version!;
        await _installation.Get<PinRubric>().ExecuteAsync(course.AssignmentId, changed.Hash, seenVersion: 1, "tutor", Cancel);

        var latter = await course.StartAsync();
        await course.WorkAsync();

        Assert.NotEqual(former, latter);
        Assert.Equal(RunState.Cancelled, (await course.ProgressAsync(former)).State);
        Assert.Equal((RunState.Finished, 12), ((await course.ProgressAsync(latter)).State, (await course.ProgressAsync(latter)).Done));
        Assert.Equal(RunProblem.Superseded, (await _installation.Get<ResumeRun>().ExecuteAsync(former, "tutor", Cancel)).Problem);
    }

    [Fact]
    public async Task Two_who_change_the_same_do_not_overwrite_each_other_silently()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        await using var first = await _installation.OpenAsync();
        await using var second = await _installation.OpenAsync();
        (await first.Assignments.SingleAsync(Cancel)).Title = "first";
        (await second.Assignments.SingleAsync(Cancel)).Title = "second";

        await first.SaveChangesAsync(Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancel));

        await using var reading = await _installation.OpenAsync();
        var row = await reading.Assignments.SingleAsync(a => a.Id == course.AssignmentId, Cancel);
        Assert.Equal(("first", 1), (row.Title, row.Version));
    }

    private StartRun StartRun => _installation.Get<StartRun>();

    /// <summary>Works on so many entries of a kind, one after the other.</summary>
    private async Task PullAsync(string kind, int count)
    {
        List<Guid> entries;
        await using (var context = await _installation.OpenAsync())
            entries = await context.JobEntries.Where(e => e.Kind == kind && e.State == JobState.Queued).OrderBy(e => e.Id).Take(count)
                .Select(e => e.Id).ToListAsync(Cancel);
        foreach (var entry in entries)
            Assert.True(await _installation.Get<WorkOnEntry>().ExecuteAsync(entry, Cancel));
    }

    private async Task<JobEntry> EntryAsync(Guid submission)
    {
        await using var context = await _installation.OpenAsync();
        return await context.JobEntries.AsNoTracking().SingleAsync(e => e.SubjectId == submission, Cancel);
    }

    /// <summary>When each submission was assessed.</summary>
    private async Task<SortedDictionary<Guid, DateTime>> AssessedAsync()
    {
        await using var context = await _installation.OpenAsync();
        return new(await context.Assessments.ToDictionaryAsync(a => a.SubmissionId, a => a.AssessedAt, Cancel));
    }
}
