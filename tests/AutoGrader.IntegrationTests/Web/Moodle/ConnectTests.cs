using System.Net;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>Connecting an assignment with one of Moodle.</summary>
public sealed class ConnectTests
{
    [Fact]
    public async Task An_instructor_connects_chooses_and_sees_what_the_token_may_do()
    {
        await using var course = await MoodleCourse.StartAsync(Assignment(), isConnected: false);
        course.Moodle.Functions.Remove("mod_assign_save_grade");

        var connected = await course.ConnectAsync();
        var chosen = await course.ChooseAsync();
        var tested = await course.Course.Browser.GetAsync(course.Page + "?test=true");
        course.Moodle.Functions.Add("mod_assign_save_grade");
        var complete = await course.Course.Browser.GetAsync(course.Page + "?test=true");

        Assert.Contains("Exercise Sheet 5 (20 points)", MoodleCourse.Words(connected), StringComparison.Ordinal);
        Assert.Contains("Image and Video Understanding: Exercise Sheet 5", MoodleCourse.Words(chosen), StringComparison.Ordinal);
        Assert.Contains("Marker of the Course", MoodleCourse.Words(chosen), StringComparison.Ordinal);
        Assert.Contains("may not do all", MoodleCourse.Words(tested), StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(tested.Text, ">missing<"));
        Assert.Contains("may do all that is needed", MoodleCourse.Words(complete), StringComparison.Ordinal);
        Assert.All([connected, chosen, tested, complete],
            p => Assert.DoesNotContain(course.Moodle.Token, p.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fedcba9876543210fedcba9876543210", "does not accept the token")]
    [InlineData("short", "That is no token")]
    [InlineData("0123456789abcdef0123456789abcdef&wsfunction=x", "That is no token")]
    public async Task A_token_that_Moodle_does_not_know_is_not_kept(string token, string reason)
    {
        await using var course = await MoodleCourse.StartAsync(Assignment(), isConnected: false);

        var page = await course.ConnectAsync(token);

        Assert.Contains(reason, MoodleCourse.Words(page), StringComparison.Ordinal);
        await using var context = await course.Service.OpenAsync();
        Assert.Empty(await context.MoodleConnections.ToListAsync());
    }

    [Fact]
    public async Task No_other_address_is_asked_whatever_the_form_says_or_Moodle_redirects_to()
    {
        await using var other = await FakeMoodle.StartAsync(Assignment());
        await using var course = await MoodleCourse.StartAsync(Assignment(), isConnected: false);

        var foreign = await course.Course.Browser.SubmitAsync(
            course.Page, "moodle/connect", ("site", other.Address), ("token", other.Token));
        course.Moodle.Interfere = _ => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(
            Microsoft.AspNetCore.Http.Results.Redirect(other.Address + "/webservice/rest/server.php", preserveMethod: true));
        var moved = await course.ConnectAsync();

        Assert.Contains("not among those", MoodleCourse.Words(foreign), StringComparison.Ordinal);
        Assert.Contains("sends requests on to another address", MoodleCourse.Words(moved), StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Ending_the_connection_deletes_the_token()
    {
        await using var course = await MoodleCourse.StartAsync(Assignment());
        await course.FetchAsync();

        await course.Course.Browser.SubmitAsync(course.Page, "/disconnect");

        await using var context = await course.Service.OpenAsync();
        Assert.Empty(await context.MoodleConnections.ToListAsync());
        Assert.Empty(await context.MoodleParticipants.ToListAsync());
        Assert.Single(await context.Uploads.ToListAsync());
        Assert.Contains(await context.Audit.ToListAsync(), a => a.Action == "moodle.disconnect");
    }

    [Fact]
    public async Task Without_a_site_in_the_settings_there_is_nothing_to_connect_with()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);

        Assert.DoesNotContain("/moodle", (await course.Browser.GetAsync(course.Assignment)).Text, StringComparison.Ordinal);
        Assert.Contains("nothing is sent anywhere", (await course.Browser.GetAsync(course.Assignment + "/moodle")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tutors_cannot_connect()
    {
        await using var course = await MoodleCourse.StartAsync(Assignment());
        using var tutor = course.Service.OpenBrowser();
        await tutor.RegisterAsync(await course.Course.InviteAsync("Tutor"), "Grace");

        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Client.GetAsync(course.Page)).StatusCode);
        Assert.DoesNotContain("/moodle", (await tutor.GetAsync(course.Course.Assignment)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://moodle.example.org")]
    [InlineData("ftp://moodle.example.org")]
    [InlineData("https://user:secret@moodle.example.org")]
    [InlineData("moodle.example.org")]
    public async Task A_site_that_would_send_tokens_readably_is_refused_at_the_start(string address)
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartAsync(
            ("AutoGrader:Moodle:Sites:0:Name", "Bad"), ("AutoGrader:Moodle:Sites:0:Address", address)));
    }

    private static FakeAssignment Assignment() => FakeAssignment.From(
        TestData.Path("moodle", "submissions-folders.zip"), TestData.Path("moodle", "worksheet.csv"),
        new DateTime(2026, 11, 22, 23, 59, 0));
}
