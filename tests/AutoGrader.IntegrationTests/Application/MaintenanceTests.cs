using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Maintenance;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Forgetting people and examining the data directory, after the samples were graded.</summary>
public sealed class MaintenanceTests : IAsyncLifetime
{
    private readonly Installation _installation = new(postgres: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ArtifactFolder => Path.Combine(_installation.Folder, "data", "artifacts");

    public async ValueTask InitializeAsync() => await _installation.GradeAsync();

    public ValueTask DisposeAsync()
    {
        _installation.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Forgetting_a_participant_deletes_rows_and_files_and_leaves_no_trace_in_the_database_file()
    {
        Guid id;
        string name, matriculation, feedback;
        await using (var context = await _installation.OpenAsync())
        {
            var row = await context.Assessments.Include(a => a.Submission).Where(a => a.PdfHash != null)
                .OrderBy(a => a.Submission!.HandInKey).FirstAsync(Cancel);
            (id, name, matriculation, feedback) = (row.SubmissionId, row.Submission!.HandInKey, row.Matriculation!, row.FeedbackHash!);
        }
        Assert.True(IsInDatabaseFile(matriculation));

        var result = await ForgetAsync(name);
        Assert.Equal(1, result.Submissions);
        Assert.InRange(result.Artifacts, 2, 3);
        Assert.False(File.Exists(Path.Combine(ArtifactFolder, feedback[..2], feedback)));
        Assert.False(IsInDatabaseFile(matriculation));
        await using var after = await _installation.OpenAsync();
        Assert.Equal(11, await after.Submissions.CountAsync(Cancel));
        Assert.Equal(11, await after.JobEntries.CountAsync(Cancel));
        Assert.Equal(0, await after.Assessments.CountAsync(a => a.SubmissionId == id, Cancel));
        var audit = await after.Audit.SingleAsync(a => a.Action == "participant.forget", Cancel);
        Assert.DoesNotContain(name, audit.Subject + audit.Detail, StringComparison.Ordinal);
        Assert.Empty(await _installation.Get<Doctor>().ExecuteAsync(repair: false, Cancel));
    }

    [Fact]
    public async Task Forgetting_an_input_leaves_nothing_but_the_rubric_and_the_audit_trail()
    {
        await ForgetAsync(participant: null);
        Assert.Empty(Directory.EnumerateFiles(ArtifactFolder, "*", SearchOption.AllDirectories));
        await using var context = await _installation.OpenAsync();
        Assert.Equal(0, await context.Submissions.CountAsync(Cancel));
        Assert.Equal(0, await context.Runs.CountAsync(Cancel));
        Assert.Equal(0, await context.Scores.CountAsync(Cancel));
        Assert.Equal(0, await context.Readings.CountAsync(Cancel));
        Assert.Equal(0, await context.JobEntries.CountAsync(Cancel));
        Assert.Equal(1, await context.Rubrics.CountAsync(Cancel));
        Assert.Equal(1, await context.Audit.CountAsync(a => a.Action == "input.forget", Cancel));
    }

    [Fact]
    public async Task Forgetting_keeps_files_that_another_input_refers_to()
    {
        var copy = Path.Combine(_installation.Folder, "copy.zip");
        File.Copy(Installation.Samples("submissions.zip"), copy);
        await _installation.GradeAsync(r => r with { InputPath = copy });
        var before = Installation.Snapshot(_installation.Out());
        var result = await ForgetAsync(participant: null);
        Assert.Equal(0, result.Artifacts);
        Assert.Equal(0, result.Readings);
        Assert.Equal(12, (await _installation.GradeAsync(r => r with { InputPath = copy })).Reused);
        Assert.Equal(before, Installation.Snapshot(_installation.Out()));
    }

    [Fact]
    public async Task Forgetting_what_is_not_there_changes_nothing()
    {
        Assert.Equal(new ForgetResult(0, 0, 0), await ForgetAsync("nobody"));
        Assert.Equal(new ForgetResult(0, 0, 0), await _installation.Get<Forget>()
            .ExecuteAsync(new ForgetRequest("elsewhere.zip", null, "test"), Cancel));
        Assert.Equal(12, (await _installation.GradeAsync()).Reused);
    }

    [Fact]
    public async Task The_doctor_finds_nothing_after_a_run() =>
        Assert.Empty(await _installation.Get<Doctor>().ExecuteAsync(repair: false, Cancel));

    [Fact]
    public async Task The_doctor_has_lost_and_damaged_files_made_anew()
    {
        var before = Installation.Snapshot(_installation.Out());
        string lost, damaged;
        await using (var context = await _installation.OpenAsync())
        {
            var hashes = await context.Assessments.Where(a => a.FeedbackHash != null).OrderBy(a => a.Id).Select(a => a.FeedbackHash!)
                .Take(2).ToListAsync(Cancel);
            (lost, damaged) = (PathOf(hashes[0]), PathOf(hashes[1]));
        }
        File.Delete(lost);
        await File.AppendAllTextAsync(damaged, "x", Cancel);
        await AssertFindsAndMendsAsync("missing-artifact");
        Assert.Equal(10, (await _installation.GradeAsync()).Reused);
        Assert.Equal(before, Installation.Snapshot(_installation.Out()));
        Assert.Empty(await _installation.Get<Doctor>().ExecuteAsync(repair: false, Cancel));
    }

    [Fact]
    public async Task The_doctor_sweeps_files_that_belong_to_nothing()
    {
        var hash = _installation.Get<Database>().Artifacts.Put("left behind"u8);
        await File.WriteAllTextAsync(PathOf(hash) + ".abc.tmp", "half", Cancel);
        await AssertFindsAndMendsAsync("orphaned-file");
        Assert.False(File.Exists(PathOf(hash)));
        Assert.Equal(12, (await _installation.GradeAsync()).Reused);
    }

    [Fact]
    public async Task The_doctor_sweeps_what_a_fetch_from_Moodle_left_that_nobody_goes_on_with()
    {
        var folder = Path.Combine(_installation.Folder, "data", "moodle", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "half"), "half", Cancel);
        await AssertFindsAndMendsAsync("half-fetched");
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task The_doctor_sweeps_an_upload_that_a_killed_process_had_half_received()
    {
        var received = await _installation.Get<Database>().Artifacts.ReceiveAsync(new MemoryStream(new byte[1000]), 2000, Cancel);
        Assert.True(File.Exists(received!.Path));
        await AssertFindsAndMendsAsync("orphaned-file");
        Assert.False(File.Exists(received.Path));
    }

    [Fact]
    public async Task The_doctor_puts_orphaned_entries_back_into_the_queue()
    {
        await using (var context = await _installation.OpenAsync())
        {
            var entry = await context.JobEntries.OrderBy(e => e.Id).FirstAsync(Cancel);
            (entry.State, entry.Worker, entry.LeaseUntil, entry.Attempt) = (JobState.Running, "elsewhere/1/2",
                DateTime.UtcNow.AddHours(-1), 1);
            await context.SaveChangesAsync(Cancel);
        }
        await AssertFindsAndMendsAsync("orphaned-entry");
        Assert.Equal(11, (await _installation.GradeAsync()).Reused);
    }

    [Fact]
    public async Task The_doctor_takes_a_migration_lock_away_that_a_killed_process_left()
    {
        await using (var context = await _installation.OpenAsync())
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01')", Cancel);
        await AssertFindsAndMendsAsync("migration-lock");
    }

    private async Task AssertFindsAndMendsAsync(string code)
    {
        var doctor = _installation.Get<Doctor>();
        var found = Assert.Single(await doctor.ExecuteAsync(repair: false, Cancel));
        Assert.Equal((code, false), (found.Code, found.Repaired));
        Assert.Equal(found with { Repaired = true }, Assert.Single(await doctor.ExecuteAsync(repair: true, Cancel)));
    }

    private Task<ForgetResult> ForgetAsync(string? participant) =>
        _installation.Get<Forget>().ExecuteAsync(new ForgetRequest(Installation.Samples("submissions.zip"), participant, "test"), Cancel);

    private string PathOf(string hash) => Path.Combine(ArtifactFolder, hash[..2], hash);

    private bool IsInDatabaseFile(string text)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.GetFiles(Path.Combine(_installation.Folder, "data"), "autograder.db*")
            .Any(path => File.ReadAllBytes(path).AsSpan().IndexOf(bytes) >= 0);
    }
}
