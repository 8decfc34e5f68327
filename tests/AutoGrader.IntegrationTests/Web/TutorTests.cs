using System.Net;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>A tutor's way without scripts: upload, preview, run, results.</summary>
public sealed class TutorTests
{
    [Fact]
    public async Task The_same_content_again_is_recognised_and_a_wrong_file_is_refused_with_a_reason()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();

        var again = await course.UploadAsync(withWorksheet: false);
        var wrong = await course.UploadAsync(withWorksheet: false, export: "worksheet.csv", name: "notes.csv");

        Assert.Contains("was uploaded before", again.Text, StringComparison.Ordinal);
        Assert.Contains("was not taken", wrong.Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        Assert.Single(await context.Uploads.ToListAsync());
    }

    [Fact]
    public async Task An_upload_without_its_token_is_refused()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[1024]), "export", "x.zip" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await course.Browser.PostAsync(course.Assignment + "/upload", content)).Status);
    }

    [Fact]
    public async Task A_broken_rule_can_be_overruled_with_a_reason_and_the_hand_in_is_graded_then()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();
        await course.GradeAsync();
        Guid submission;
        await using (var context = await service.OpenAsync())
            submission = (await context.Assessments.SingleAsync(a => a.Uploaded == "Brandt_11000001.zip")).SubmissionId;
        var address = $"{course.Assignment}/submissions/{submission}";

        var refused = await course.Browser.SubmitAsync(address, "/waive", ("reason", " "));
        await course.Browser.SubmitAsync(address, "/waive", ("reason", "Announced too late."));
        await course.SettleAsync();

        Assert.Contains("only with a reason", refused.Text, StringComparison.Ordinal);
        await using (var context = await service.OpenAsync())
        {
            var result = await context.Assessments.SingleAsync(a => a.SubmissionId == submission);
            Assert.DoesNotContain(result.Reasons, r => r.Code == ReasonCode.ZipName);
            Assert.Equal("Announced too late.", (await context.Overrides.SingleAsync()).Reason);
        }
    }

    [Fact]
    public async Task A_run_can_be_cancelled_resumed_and_repeated()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();

        var started = await course.Browser.SubmitAsync(course.Assignment + "/preview", "/start");
        if (started.Text.Contains("/cancel", StringComparison.Ordinal))
            await course.Browser.SubmitAsync(started, "/cancel");
        var cancelled = await course.SettleAsync();
        if (cancelled.Text.Contains("/resume", StringComparison.Ordinal))
            await course.Browser.SubmitAsync(cancelled, "/resume");
        Assert.Contains("12 / 12", (await course.SettleAsync()).Text, StringComparison.Ordinal);

        await course.Browser.SubmitAsync(course.Assignment + "/run", "/again");

        Assert.Contains("12 / 12", (await course.SettleAsync()).Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        Assert.Equal(12, await context.Assessments.CountAsync());
    }
}
