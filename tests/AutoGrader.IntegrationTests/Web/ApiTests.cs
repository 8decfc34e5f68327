using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>The same acts for programs.</summary>
public sealed partial class ApiTests
{
    [Fact]
    public async Task A_program_with_a_token_uploads_grades_and_fetches_the_files()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        using var api = await ClientAsync(service, course.Browser);
        var assignment = "/api" + course.Assignment;

        await PutAsync(api, assignment + "/export", "submissions.zip");
        await PutAsync(api, assignment + "/worksheet", "worksheet.csv");
        var preview = await api.GetFromJsonAsync<JsonElement>(assignment + "/preview");
        var started = await (await api.PostAsync(assignment + "/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        await course.SettleAsync();
        var run = $"{assignment}/runs/{started.GetProperty("runId").GetString()}";
        var progress = await api.GetFromJsonAsync<JsonElement>(run);
        var submissions = await api.GetFromJsonAsync<JsonElement>(run + "/submissions");
        (await api.PostAsync(run + "/release", null)).EnsureSuccessStatusCode();
        var worksheet = await api.GetStringAsync(run + "/release/worksheet.csv");

        Assert.Equal(13, preview.GetProperty("rows").GetArrayLength());
        Assert.Equal("Finished", progress.GetProperty("state").GetString());
        Assert.Equal(12, submissions.GetArrayLength());
        Assert.Contains("2318540", worksheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_cookie_nor_a_wrong_or_withdrawn_token_nor_another_course_opens_it()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        using var api = await ClientAsync(service, course.Browser);
        using var wrong = new HttpClient { BaseAddress = service.Address };
        wrong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");
        using var stranger = service.OpenBrowser();
        await stranger.RegisterAsync(await (await CourseSetup.CreateAsync(course.Browser, "Other")).InviteAsync("Instructor"), "Eve");
        using var foreign = await ClientAsync(service, stranger);
        var address = "/api" + course.Assignment + "/preview";

        Assert.Equal(HttpStatusCode.Unauthorized, (await course.Browser.Client.GetAsync("/api/courses")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.GetAsync("/api/courses")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/courses")).StatusCode);
        await course.Browser.SubmitAsync("/account", "/revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/courses")).StatusCode);
    }

    [Fact]
    public async Task The_document_describes_every_act()
    {
        await using var service = await RunningService.StartAsync();
        using var client = new HttpClient { BaseAddress = service.Address };

        var document = await client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(23, paths.Count);
        Assert.All(paths, p => Assert.StartsWith("/api/", p.Name, StringComparison.Ordinal));
    }

    private static async Task PutAsync(HttpClient api, string address, string sample)
    {
        using var content = new StreamContent(File.OpenRead(TestData.InRepository("samples", sample)));
        (await api.PutAsync(address, content)).EnsureSuccessStatusCode();
    }

    private static async Task<HttpClient> ClientAsync(RunningService service, Browser browser)
    {
        var page = await browser.SubmitAsync("/account", "Make token", ("name", "script"));
        var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(page.Text).Groups[1].Value);
        return client;
    }

    [GeneratedRegex("<code>([0-9a-f]{64})</code>")]
    private static partial Regex Token();
}
