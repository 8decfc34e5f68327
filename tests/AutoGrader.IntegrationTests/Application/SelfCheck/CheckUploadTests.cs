using AutoGrader.Application;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Application.SelfCheck;

/// <summary>What a student sends is checked and leaves nothing behind, whatever happens.</summary>
public sealed class CheckUploadTests : IDisposable
{
    private readonly Installation _installation = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-checks-").FullName;

    private static SheetOutline Sheet => Installation.Rubric.Rubric.PublicOutline();

    public void Dispose()
    {
        _installation.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_good_file_is_read_and_leaves_nothing()
    {
        var outcome = await Upload().ExecuteAsync(Good(), "Krüger-11000004.zip", Sheet, TestContext.Current.CancellationToken);

        Assert.True(outcome.Result!.WouldBeGraded);
        AssertEmpty();
    }

    [Theory]
    [InlineData("Krüger-11000004.zip", ReasonCode.NotAZip)]
    [InlineData("../../etc/passwd", ReasonCode.NotAZip)]
    public async Task A_bad_file_is_told_and_leaves_nothing(string name, ReasonCode expected)
    {
        var outcome = await Upload().ExecuteAsync(
            new MemoryStream("no archive at all"u8.ToArray()), name, Sheet, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(outcome.Result!.Reasons).Code);
        Assert.False(outcome.Result.WouldBeGraded);
        AssertEmpty();
    }

    [Fact]
    public async Task An_export_of_many_is_refused_and_leaves_nothing()
    {
        await using var export = File.OpenRead(Installation.Samples("submissions.zip"));
        var outcome = await Upload().ExecuteAsync(export, "submissions.zip", Sheet, TestContext.Current.CancellationToken);

        Assert.Null(outcome.Result);
        Assert.NotNull(outcome.Problem);
        AssertEmpty();
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_and_leaves_nothing()
    {
        var upload = Upload(new AutoGraderOptions { CheckMebibytes = 1 });
        var outcome = await upload.ExecuteAsync(
            new MemoryStream(new byte[(1 << 20) + 1]), "Krüger-11000004.zip", Sheet, TestContext.Current.CancellationToken);

        Assert.Contains("1 MiB", outcome.Problem!.English, StringComparison.Ordinal);
        AssertEmpty();
    }

    [Fact]
    public async Task A_student_who_leaves_while_the_file_comes_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        await using var content = new EndlessStream(gone);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Upload().ExecuteAsync(content, "Krüger-11000004.zip", Sheet, gone.Token));
        AssertEmpty();
    }

    [Fact]
    public async Task A_reader_that_throws_leaves_nothing()
    {
        var worker = new ThrowingWorker();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Upload(worker: worker)
            .ExecuteAsync(Good(), "Krüger-11000004.zip", Sheet, TestContext.Current.CancellationToken));

        // While it was read it was there, under a name that tells nothing.
        Assert.DoesNotContain("11000004", Assert.Single(worker.Seen(_folder)), StringComparison.Ordinal);
        AssertEmpty();
    }

    [Fact]
    public async Task What_a_killed_program_left_is_deleted_by_the_next()
    {
        var old = Path.Combine(_folder, "autograder-check-old");
        await File.WriteAllTextAsync(old, "", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        await A_good_file_is_read_and_leaves_nothing();
    }

    private void AssertEmpty()
    {
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
        Assert.False(Directory.Exists(Path.Combine(_installation.Folder, "data")));
    }

    private static FileStream Good() => File.OpenRead(TestData.Path("corpus", "intake", "files", "i04", "Krüger-11000004.zip"));

    private CheckUpload Upload(AutoGraderOptions? settings = null, ThrowingWorker? worker = null)
    {
        var options = Options.Create(settings ?? new AutoGraderOptions());
        worker?.Watch(_folder);
        return new(new CheckHandIn(options, (IPdfWorker?)worker ?? new InProcessPdfWorker()),
            new CheckLane(options, new RightOfWay(TimeProvider.System)), options, TimeProvider.System)
        { Folder = _folder };
    }

    private sealed class ThrowingWorker : IPdfWorker
    {
        private string[] _seen = [];
        private string _folder = "";

        public void Watch(string folder) => _folder = folder;

        public IEnumerable<string> Seen(string folder) => _seen.Select(p => Path.GetRelativePath(folder, p));

        public Task PrepareAsync(PdfReadLimits limits, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PdfReadResult> ReadAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
        {
            _seen = Directory.GetFiles(_folder);
            throw new InvalidOperationException("the reader is broken");
        }

        public Task<PageDrawings> DrawAsync(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    /// <summary>Comes without end; whoever waits for it gives up after a few pieces.</summary>
    private sealed class EndlessStream(CancellationTokenSource gone) : MemoryStream
    {
        private int _pieces;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (++_pieces == 3)
                await gone.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return buffer.Length;
        }
    }
}
