using System.Net;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>What an instructor changes of an assignment, and deletes of its students.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private const string Page = "/settings";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningService _service = null!;
    private CourseSetup _course = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _course = await CourseSetup.FirstAsync(_service);
    }

    public ValueTask DisposeAsync()
    {
        _course.Browser.Dispose();
        return _service.DisposeAsync();
    }

    [Fact]
    public async Task Settings_are_changed_and_shown_as_they_are()
    {
        await _course.Browser.SubmitAsync(_course.Assignment + Page, Page,
            ("Title", "Blatt 5"), ("Due", "2026-06-05T23:59"), ("Language", "German"), ("ChecksNeedAccount", "true"));

        await using var context = await _service.OpenAsync();
        var stored = await context.Assignments.SingleAsync(Cancel);
        Assert.Equal(("Blatt 5", (Language?)Language.German, true), (stored.Title, stored.Language, stored.ChecksNeedAccount));
        Assert.NotNull(stored.DueAt);
        var shown = await _course.Browser.GetAsync(_course.Assignment + Page);
        Assert.Contains("value=\"2026-06-05T23:59\"", shown.Text, StringComparison.Ordinal);
        // What was opened for all is closed at once.
        using var stranger = _service.OpenBrowser();
        Assert.EndsWith("/sign-in", (await stranger.GetAsync($"/check/{stored.Id}")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title", " ")]
    [InlineData("Due", "soon")]
    public async Task What_makes_no_sense_changes_nothing(string field, string value)
    {
        var after = await _course.Browser.SubmitAsync(_course.Assignment + Page, Page, ("Title", "Changed"), (field, value));

        Assert.Contains("a deadline must be a time", after.Text, StringComparison.Ordinal);
        await using var context = await _service.OpenAsync();
        Assert.Equal("Sheet 5", (await context.Assignments.SingleAsync(Cancel)).Title);
    }

    [Fact]
    public async Task Who_saves_an_older_version_overwrites_nobody()
    {
        var seen = await _course.Browser.GetAsync(_course.Assignment + Page);
        await _course.Browser.SubmitAsync(_course.Assignment + Page, Page, ("Title", "First"));

        var second = await _course.Browser.SubmitAsync(seen, Page, ("Title", "Second"));

        Assert.Contains("Somebody else has changed", second.Text, StringComparison.Ordinal);
        await using var context = await _service.OpenAsync();
        Assert.Equal("First", (await context.Assignments.SingleAsync(Cancel)).Title);
    }

    [Fact]
    public async Task Students_data_are_deleted_for_one_or_for_all_after_confirmation()
    {
        await _course.UploadAsync();
        await _course.GradeAsync();
        await using var context = await _service.OpenAsync();
        var everybody = await context.Submissions.CountAsync(Cancel);
        var number = (await context.Submissions.FirstAsync(s => s.ParticipantNumber != null, Cancel)).HandInKey;

        await _course.Browser.SubmitAsync(_course.Assignment + Page, "/forget", ("confirmation", "Sheet"));
        Assert.Equal(everybody, await context.Submissions.CountAsync(Cancel));
        await _course.Browser.SubmitAsync(_course.Assignment + Page, "/forget", ("confirmation", "Sheet 5"), ("participant", number));
        Assert.Equal(everybody - 1, await context.Submissions.CountAsync(Cancel));
        Assert.Empty(await context.Uploads.ToListAsync(Cancel));
        await _course.Browser.SubmitAsync(_course.Assignment + Page, "/forget", ("confirmation", "Sheet 5"));

        Assert.Equal(0, await context.Submissions.CountAsync(Cancel));
        Assert.Equal(0, await context.Readings.CountAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, (await _course.Browser.GetAsync(_course.Assignment)).Status);
    }

    [Fact]
    public async Task A_tutor_changes_and_deletes_nothing()
    {
        using var tutor = _service.OpenBrowser();
        await tutor.RegisterAsync(await _course.InviteAsync("Tutor"), "Bob");

        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.GetAsync(_course.Assignment + Page)).Status);
        Assert.DoesNotContain(">Settings<", (await tutor.GetAsync(_course.Assignment)).Text, StringComparison.Ordinal);
    }
}
