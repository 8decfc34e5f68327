using AutoGrader.Application;
using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Maintenance;
using AutoGrader.Application.Runs;
using AutoGrader.IntegrationTests.Application.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Application.Courses;

/// <summary>Uploads of exports and worksheets, and what is shown of them before grading.</summary>
public sealed class UploadTests : IDisposable
{
    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Artifacts => Path.Combine(_installation.Folder, "data", "artifacts");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task An_export_is_stored_under_its_hash_and_recognised_when_it_comes_again()
    {
        var course = await CourseSamples.CreateAsync(_installation);

        var first = await course.UploadSamplesAsync();
        var again = await course.UploadSamplesAsync();

        Assert.Equal((12, false, null), (first.HandIns, first.WasKnown, first.Problem));
        Assert.Equal((first.UploadId, true), (again.UploadId, again.WasKnown));
        var content = await File.ReadAllBytesAsync(Installation.Samples("submissions.zip"), Cancel);
        Assert.Equal(first.ContentHash, ArtifactStore.HashOf(content));
        Assert.True(_installation.Get<Database>().Artifacts.Contains(first.ContentHash!));
        Assert.Equal(2, Files().Length);
    }

    [Fact]
    public async Task What_is_no_export_is_refused_by_its_own_name_and_leaves_nothing()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var cut = Path.Combine(_installation.Folder, "cut.zip");
        await File.WriteAllBytesAsync(
            cut, (await File.ReadAllBytesAsync(Installation.Samples("submissions.zip"), Cancel))[..200_000], Cancel);

        var refused = await course.UploadAsync(cut);

        Assert.Null(refused.UploadId);
        Assert.Contains("cut.zip", refused.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(_installation.Folder, refused.Problem, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_all_here()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        _installation.Get<IOptions<AutoGraderOptions>>().Value.UploadMebibytes = 1;
        using var endless = new EndlessStream();

        var refused = await _installation.Get<ReceiveUpload>().ExecuteAsync(course.AssignmentId, "big.zip", endless, "tutor", Cancel);

        Assert.Contains("1 MiB", refused.Problem, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 1 << 20, 4 << 20);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        using var broken = new EndlessStream { BreaksAfter = 3 << 20 };

        await Assert.ThrowsAsync<IOException>(() =>
            _installation.Get<ReceiveUpload>().ExecuteAsync(course.AssignmentId, "big.zip", broken, "tutor", Cancel));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task The_preview_shows_every_participant_once_and_stores_nothing()
    {
        var course = await CourseSamples.CreateAsync(_installation);
        Assert.Null(await _installation.Get<PreviewUpload>().ExecuteAsync(course.AssignmentId, Cancel));
        await course.UploadAsync(DevelopmentExport.InputPath, DevelopmentExport.WorksheetPath);

        var preview = (await _installation.Get<PreviewUpload>().ExecuteAsync(course.AssignmentId, Cancel))!;

        Assert.Equal(Installation.Rubric.Hash, preview.RubricHash);
        var rows = preview.Rows.ToDictionary(r => r.Participant, StringComparer.Ordinal);
        foreach (var expected in DevelopmentExport.Expected)
        {
            var row = rows[expected["participant"]];
            var isNotGraded = expected["verdict"] == "not_graded";
            Assert.Equal(expected["verdict"] == "no_submission", row.Kind == PreviewKind.Nothing);
            Assert.Equal(isNotGraded, row.Kind == PreviewKind.RuleBroken);
        }
        Assert.Equal(DevelopmentExport.Expected.Count, preview.Rows.Count);
        await using var context = await _installation.OpenAsync();
        Assert.Equal(0, await context.Submissions.CountAsync(Cancel));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2318410")]
    public async Task Forgetting_in_the_service_deletes_the_export_that_holds_the_hand_in(string? participant)
    {
        var course = await CourseSamples.CreateAsync(_installation);
        var run = await course.GradeSamplesAsync();
        var upload = (await course.UploadSamplesAsync()).ContentHash!;
        await using (var context = await _installation.OpenAsync())
            participant = participant is null ? null : (await context.Submissions.OrderBy(s => s.HandInKey).FirstAsync(Cancel)).HandInKey;

        var result = await _installation.Get<Forget>()
            .ExecuteAsync(new ForgetRequest(null, participant, "tutor", course.AssignmentId), Cancel);

        Assert.Equal(participant is null ? 12 : 1, result.Submissions);
        Assert.False(_installation.Get<Database>().Artifacts.Contains(upload));
        Assert.Equal(participant is null, await _installation.Get<ReadRunProgress>().ExecuteAsync(run, Cancel) is null);
        Assert.Equal(RunProblem.NoUpload, (await _installation.Get<StartRun>().ExecuteAsync(course.AssignmentId, "tutor", Cancel)).Problem);
        // Given again, all is graded again.
        Assert.Equal(12, (await course.ProgressAsync(await course.GradeSamplesAsync())).Done);
    }

    private string[] Files() =>
        Directory.Exists(Artifacts) ? Directory.GetFiles(Artifacts, "*", SearchOption.AllDirectories) : [];

    /// <summary>Content without an end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public long BreaksAfter { get; init; } = long.MaxValue;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given >= BreaksAfter)
                throw new IOException("The connection broke off.");
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
