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
        await DecideAsync(api, run);
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
        Assert.Equal(39, paths.Count);
        Assert.All(paths, p => Assert.StartsWith("/api/", p.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_often_a_program_may_ask_counts_by_person_and_by_address_for_whoever_guesses()
    {
        await using var service = await RunningService.StartAsync(("AutoGrader:Web:RequestsPerMinute", "60"));
        var course = await CourseSetup.FirstAsync(service);
        using var second = service.OpenBrowser();
        await second.RegisterAsync(await course.InviteAsync("Tutor"), "Grace");
        using var first = await ClientAsync(service, course.Browser);
        using var other = await ClientAsync(service, second);
        using var guesser = new HttpClient { BaseAddress = service.Address };

        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync(first, _ => { }));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/courses")).StatusCode);
        var guesses = await AskAsync(guesser, i => guesser.DefaultRequestHeaders.Authorization = new("Bearer", $"{i:x64}"));

        Assert.Contains(HttpStatusCode.TooManyRequests, guesses);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/courses")).StatusCode);
    }

    private static async Task<List<HttpStatusCode>> AskAsync(HttpClient client, Action<int> before)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 65; i++)
        {
            before(i);
            using var answer = await client.GetAsync("/api/courses");
            answers.Add(answer.StatusCode);
        }
        return answers;
    }

    // The first group is decided, decided again with what was seen before, and taken back.
    private static async Task DecideAsync(HttpClient api, string run)
    {
        var queue = await api.GetFromJsonAsync<JsonElement>(run + "/review");
        var group = queue.GetProperty("groups")[0];
        var found = await api.GetFromJsonAsync<JsonElement>($"{run}/review/{group.GetProperty("key").GetString()}");
        var decision = new
        {
            criterionId = group.GetProperty("criterionId").GetString(),
            points = 0,
            reason = "By a program.",
            items = found.GetProperty("members").EnumerateArray()
                .Select(m => new { submissionId = m.GetProperty("submissionId"), version = m.GetProperty("version") }),
        };

        var decided = await (await api.PostAsJsonAsync(run + "/decisions", decision)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(group.GetProperty("submissions").GetArrayLength(), decided.GetProperty("decided").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsJsonAsync(run + "/decisions", decision)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsJsonAsync(run + "/decisions", decision with { points = 99 })).StatusCode);
        var undone = await api.PostAsync($"{run}/decisions/{decided.GetProperty("decisionId").GetString()}/undo", null);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        var after = await api.GetFromJsonAsync<JsonElement>(run + "/review");
        Assert.Equal(queue.GetProperty("open").GetInt32(), after.GetProperty("open").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"{run}/decisions/{Guid.NewGuid()}/undo", null)).StatusCode);
    }

    [Fact]
    public async Task A_program_looks_ahead_re_marks_accepts_and_takes_back()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();
        await course.GradeAsync();
        var rubric = await RemarkTests.ImportAsync(service, Application.Remarking.ChangedRubric.With("- id: 3.3a", "- id: 3.3x"));
        using var api = await ClientAsync(service, course.Browser);
        var assignment = "/api" + course.Assignment;

        var effect = await api.GetFromJsonAsync<JsonElement>($"{assignment}/effect?rubric={rubric}");
        Assert.Contains(
            effect.GetProperty("effects")[0].GetProperty("criteria").EnumerateArray(), c => c.GetProperty("kind").GetString() == "removed");
        var refused = await api.PostAsJsonAsync($"{assignment}/remarkings", new { rubric, version = 99 });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var started = await api.PostAsJsonAsync($"{assignment}/remarkings", new { rubric, version = await VersionAsync() });
        var remarking = $"{assignment}/remarkings/{(await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("remarkingId")}";
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await api.GetAsync(remarking + "/effect", limit.Token)).StatusCode == HttpStatusCode.Conflict)
            await Task.Delay(200, limit.Token);

        (await api.PostAsJsonAsync(remarking + "/accept", new { version = await VersionAsync() })).EnsureSuccessStatusCode();
        Assert.Equal(rubric, (await ListAsync()).GetProperty("rubricHash").GetString());
        (await api.PostAsJsonAsync(remarking + "/undo", new { version = await VersionAsync() })).EnsureSuccessStatusCode();
        Assert.NotEqual(rubric, (await ListAsync()).GetProperty("rubricHash").GetString());

        Task<JsonElement> ListAsync() => api.GetFromJsonAsync<JsonElement>($"{assignment}/remarkings");
        async Task<int> VersionAsync() => (await ListAsync()).GetProperty("version").GetInt32();
    }

    private static async Task PutAsync(HttpClient api, string address, string sample)
    {
        using var content = new StreamContent(File.OpenRead(TestData.InRepository("samples", sample)));
        (await api.PutAsync(address, content)).EnsureSuccessStatusCode();
    }

    internal static async Task<HttpClient> ClientAsync(RunningService service, Browser browser)
    {
        var page = await browser.SubmitAsync("/account", "Make token", ("name", "script"));
        var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(page.Text).Groups[1].Value);
        return client;
    }

    [GeneratedRegex("<code>([0-9a-f]{64})</code>")]
    private static partial Regex Token();
}
