using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>A service with a course whose assignment is connected with a fake Moodle, worked on by pages and forms.</summary>
internal sealed partial class MoodleCourse : IAsyncDisposable
{
    private MoodleCourse(FakeMoodle moodle, RunningService service, CourseSetup course) =>
        (Moodle, Service, Course) = (moodle, service, course);

    public FakeMoodle Moodle { get; }

    public RunningService Service { get; }

    public CourseSetup Course { get; }

    public string Page => Course.Assignment + "/moodle";

    private Browser Browser => Course.Browser;

    public static async Task<MoodleCourse> StartAsync(FakeAssignment assignment, bool isConnected = true)
    {
        var moodle = await FakeMoodle.StartAsync(assignment);
        return await OpenAsync(moodle, await RunningService.StartAsync(moodle.Settings), isConnected);
    }

    /// <summary>The same with a service of other settings. Disposing it disposes both.</summary>
    public static async Task<MoodleCourse> OpenAsync(FakeMoodle moodle, RunningService service, bool isConnected = true)
    {
        var course = new MoodleCourse(moodle, service, await CourseSetup.FirstAsync(service));
        if (isConnected)
        {
            await course.ConnectAsync();
            await course.ChooseAsync();
        }
        return course;
    }

    public Task<Page> ConnectAsync(string? token = null) =>
        Browser.SubmitAsync(Page, "moodle/connect", ("site", Moodle.Address), ("token", token ?? Moodle.Token));

    public Task<Page> ChooseAsync() => Browser.SubmitAsync(Page, "moodle/choose", ("chosen", "16"));

    public async Task<Page> FetchAsync()
    {
        await Browser.SubmitAsync(Page, "moodle/fetch");
        return await SettleAsync();
    }

    /// <summary>Waits until no transfer is at work.</summary>
    public async Task<Page> SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var page = await Browser.GetAsync(Page);
            if (!page.Text.Contains("aria-busy=\"true\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(100, limit.Token);
        }
    }

    public async Task<MoodleTransfer> LastAsync()
    {
        await using var context = await Service.OpenAsync();
        return await context.MoodleTransfers.OrderByDescending(t => t.CreatedAt).FirstAsync();
    }

    /// <summary>The path of the stored export that was fetched last, and of its worksheet.</summary>
    public async Task<(string Export, string Worksheet)> StoredAsync()
    {
        await using var context = await Service.OpenAsync();
        var upload = await context.Uploads.OrderByDescending(u => u.ReceivedAt).FirstAsync();
        var assignment = await context.Assignments.SingleAsync(a => a.Id == upload.AssignmentId);
        var artifacts = Service.Get<Database>().Artifacts;
        return (artifacts.PathOf(upload.ContentHash), artifacts.PathOf(assignment.WorksheetHash!));
    }

    /// <summary>What a page says, without its markup.</summary>
    public static string Words(Page page) => WebUtility.HtmlDecode(Tags().Replace(page.Text, " "));

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Service.DisposeAsync();
        await Moodle.DisposeAsync();
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
