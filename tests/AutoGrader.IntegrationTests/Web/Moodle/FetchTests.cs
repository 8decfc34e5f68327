using System.IO.Compression;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Documents.Moodle;
using AutoGrader.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>Submissions fetched by Moodle's web services are what its export and its worksheet would have been.</summary>
public sealed class FetchTests
{
    private static readonly DateTime Due = new(2026, 11, 22, 23, 59, 0);

    [Theory]
    [InlineData(".", ".")]
    [InlineData("variants", "team")]
    [InlineData("variants", "blind")]
    [InlineData("variants", "drafts-noemail")]
    [InlineData("variants", "hard-filenames")]
    [InlineData("variants", "workflow-onlinetext-multifile")]
    public async Task What_is_fetched_equals_the_export_and_the_worksheet_of_a_real_Moodle(string folder, string variant)
    {
        var export = TestData.Path("moodle", folder, variant, "submissions-folders.zip");
        var worksheet = TestData.Path("moodle", folder, variant, "worksheet.csv");
        var due = variant == "hard-filenames" ? Due.AddDays(8) : Due;
        await using var course = await MoodleCourse.StartAsync(FakeAssignment.From(export, worksheet, due, variant == "blind"));

        var page = await course.FetchAsync();

        Assert.Equal(MoodleTransferState.Done, (await course.LastAsync()).State);
        Assert.Contains("hand-ins of", MoodleCourse.Words(page), StringComparison.Ordinal);
        var fetched = await course.StoredAsync();
        Assert.Equal(FilesOf(export), FilesOf(fetched.Export));
        Assert.Equal(RowsOf(worksheet), RowsOf(fetched.Worksheet));
    }

    [Fact]
    public async Task Fetching_the_same_again_is_recognised_and_a_new_hand_in_is_not()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        await course.FetchAsync();
        var first = await course.StoredAsync();

        var again = await course.FetchAsync();
        var second = await course.StoredAsync();
        var student = course.Moodle.Assignment.Students.First(s => s.Submission.Files.Count > 0);
        student.Submission.Time += 60;
        student.Submission.Files[0] = student.Submission.Files[0] with { Content = [1, 2, 3], Time = student.Submission.Time };
        await course.FetchAsync();

        Assert.Contains("Nothing has changed", MoodleCourse.Words(again), StringComparison.Ordinal);
        Assert.Equal(first.Export, second.Export);
        Assert.NotEqual(first.Export, (await course.StoredAsync()).Export);
        Assert.Empty(Directory.EnumerateFileSystemEntries(
            Path.Combine(course.Service.Get<Database>().DataDirectory, "moodle")));
    }

    [Fact]
    public async Task A_fetch_that_is_cut_off_goes_on_where_it_was()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        var files = 0;
        course.Moodle.Interfere = call => Task.FromResult<IResult?>(
            call == "file" && ++files > 5 ? Results.StatusCode(StatusCodes.Status500InternalServerError) : null);

        var stuck = await course.FetchAsync();
        course.Moodle.Interfere = _ => Task.FromResult<IResult?>(null);
        var failed = await course.LastAsync();
        var before = course.Moodle.Count("file");
        await course.Course.Browser.SubmitAsync(stuck, "/resume");
        await course.SettleAsync();

        Assert.Equal(MoodleTransferState.Failed, failed.State);
        Assert.Contains("Moodle does not answer", MoodleCourse.Words(stuck), StringComparison.Ordinal);
        Assert.Equal(MoodleTransferState.Done, (await course.LastAsync()).State);
        Assert.Equal(7, course.Moodle.Count("file") - before);
        Assert.Equal(FilesOf(TestData.InRepository("samples", "submissions.zip")), FilesOf((await course.StoredAsync()).Export));
    }

    [Fact]
    public async Task What_a_process_that_is_no_more_had_begun_is_gone_on_with()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        await using (var context = await course.Service.OpenAsync())
        {
            var connection = await context.MoodleConnections.SingleAsync();
            context.MoodleTransfers.Add(new MoodleTransfer
            {
                Id = Guid.CreateVersion7(),
                AssignmentId = connection.AssignmentId,
                MoodleAssignmentId = connection.MoodleAssignmentId!.Value,
                Kind = MoodleTransferKind.Fetch,
                State = MoodleTransferState.Running,
                Worker = $"{Environment.MachineName}/{Environment.ProcessId}/19700101000000",
                LeaseUntil = DateTime.UtcNow.AddHours(1),
                Attempt = 1,
                Actor = "ada@example.org",
                CreatedAt = DateTime.UtcNow,
            });
            await context.SaveChangesAsync();
        }

        await course.SettleAsync();

        Assert.Equal((MoodleTransferState.Done, 2), ((await course.LastAsync()).State, (await course.LastAsync()).Attempt));
        Assert.Equal(FilesOf(TestData.InRepository("samples", "submissions.zip")), FilesOf((await course.StoredAsync()).Export));
    }

    [Fact]
    public async Task A_file_that_comes_short_is_fetched_again_and_a_busy_Moodle_is_waited_for()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        var (files, calls) = (0, 0);
        course.Moodle.Interfere = call => Task.FromResult<IResult?>(call switch
        {
            "file" when ++files == 3 => Results.Bytes([1, 2, 3]),
            "mod_assign_get_submissions" when ++calls == 1 => Results.StatusCode(StatusCodes.Status429TooManyRequests),
            _ => null,
        });

        await course.FetchAsync();

        Assert.Equal(MoodleTransferState.Done, (await course.LastAsync()).State);
        Assert.Equal(13, course.Moodle.Count("file"));
        Assert.Equal(FilesOf(TestData.InRepository("samples", "submissions.zip")), FilesOf((await course.StoredAsync()).Export));
    }

    [Fact]
    public async Task Whoever_hands_in_while_files_are_fetched_is_fetched_as_well()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        var late = course.Moodle.Assignment.Students.First(s => s.Submission.Files.Count == 0);
        course.Moodle.Interfere = call =>
        {
            if (call == "file" && late.Submission.Files.Count == 0)
            {
                (late.Submission.Status, late.Submission.Time) = ("submitted", 1_780_000_000);
                late.Submission.Files.Add(new FakeFile("Late-11000099.zip", 1_780_000_000, [80, 75]));
            }
            return Task.FromResult<IResult?>(null);
        };

        await course.FetchAsync();

        Assert.Contains(FilesOf((await course.StoredAsync()).Export), f => f.Name.EndsWith("Late-11000099.zip", StringComparison.Ordinal));
        await using var context = await course.Service.OpenAsync();
        var participant = await context.MoodleParticipants.SingleAsync(p => p.ParticipantNumber == late.Participant);
        Assert.Equal((1_780_000_000, "submitted", late.User), (participant.SubmittedAt, participant.Status, participant.UserId));
    }

    [Fact]
    public async Task A_Moodle_that_stalls_is_given_up_and_said_so()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        using var end = new CancellationTokenSource();
        course.Moodle.Interfere = async call =>
        {
            if (call == "file")
                await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return null;
        };

        var page = await course.FetchAsync();
        await end.CancelAsync();

        Assert.Contains("Moodle does not answer", MoodleCourse.Words(page), StringComparison.Ordinal);
        Assert.Equal(2, course.Moodle.Count("file"));
    }

    [Fact]
    public async Task Nothing_is_taken_as_long_as_somebody_who_handed_in_has_no_number()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        course.Moodle.Assignment.Students.First(s => s.Submission.Files.Count > 0).IsNumbered = false;

        var page = await course.FetchAsync();

        Assert.Contains("has not given a participant number to 1", MoodleCourse.Words(page), StringComparison.Ordinal);
        Assert.Equal(0, course.Moodle.Count("file"));
        await using var context = await course.Service.OpenAsync();
        Assert.Empty(await context.Uploads.ToListAsync());
    }

    [Fact]
    public async Task More_than_the_service_takes_is_refused_before_a_byte_is_fetched()
    {
        var moodle = await FakeMoodle.StartAsync(Samples());
        await using var course = await MoodleCourse.OpenAsync(
            moodle, await RunningService.StartAsync([.. moodle.Settings, ("AutoGrader:UploadMebibytes", "1")]));

        var page = await course.FetchAsync();

        Assert.Contains("larger than 1 MiB", MoodleCourse.Words(page), StringComparison.Ordinal);
        Assert.Equal(0, moodle.Count("file"));
    }

    [Fact]
    public async Task A_file_elsewhere_is_not_fetched_and_the_token_not_sent_there()
    {
        await using var other = await FakeMoodle.StartAsync(Samples());
        await using var course = await MoodleCourse.StartAsync(Samples());
        course.Moodle.FileAddress = other.Address;

        var page = await course.FetchAsync();

        Assert.Contains("another address", MoodleCourse.Words(page), StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task A_token_that_is_taken_away_is_said_and_can_be_replaced()
    {
        await using var course = await MoodleCourse.StartAsync(Samples());
        var secret = course.Moodle.Token;
        course.Moodle.Token = "fedcba9876543210fedcba9876543210";

        var stuck = await course.FetchAsync();
        await course.ConnectAsync();
        await course.Course.Browser.SubmitAsync(course.Page, "/resume");
        await course.SettleAsync();

        Assert.Contains("Security keys", MoodleCourse.Words(stuck), StringComparison.Ordinal);
        Assert.Equal(MoodleTransferState.Done, (await course.LastAsync()).State);
        await using var context = await course.Service.OpenAsync();
        var stored = (await context.MoodleConnections.SingleAsync()).ProtectedToken;
        Assert.DoesNotContain(course.Moodle.Token, stored, StringComparison.Ordinal);
        Assert.All(course.Service.Logs.AtLeast(LogLevel.Trace), line =>
        {
            Assert.DoesNotContain(secret, line, StringComparison.Ordinal);
            Assert.DoesNotContain(course.Moodle.Token, line, StringComparison.Ordinal);
        });
    }

    private static FakeAssignment Samples() =>
        FakeAssignment.From(TestData.InRepository("samples", "submissions.zip"), TestData.InRepository("samples", "worksheet.csv"));

    private static List<(string Name, DateTime Time, string Hash)> FilesOf(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(e =>
        {
            using var content = new MemoryStream();
            using (var stream = e.Open())
                stream.CopyTo(content);
            // Moodle's clock for online text is the server's at the download.
            var time = e.Name == "onlinetext.html" ? default : e.LastWriteTime.DateTime;
            return (e.FullName, time, ArtifactStore.HashOf(content.ToArray()));
        }).OrderBy(f => f.FullName, StringComparer.Ordinal)];
    }

    private static List<object> RowsOf(string path) => [.. GradingWorksheet.Read(path).Rows
        .OrderBy(r => r.ParticipantNumber, StringComparer.Ordinal)
        .Select(r => (r.ParticipantNumber, r.FullName, r.Email, r.Group, r.IsNothingSubmitted, r.IsDraft, r.IsLate, r.ExtensionUntil,
            r.SubmittedAt, r.GradeNumber, r.MaximumGrade, r.CanBeChanged))];
}
