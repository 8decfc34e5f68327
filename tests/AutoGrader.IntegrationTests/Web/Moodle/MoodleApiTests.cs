using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>A program goes the whole way: connect, choose, fetch, grade, compare, send.</summary>
public sealed partial class MoodleApiTests
{
    [Fact]
    public async Task A_program_connects_fetches_grades_compares_and_sends()
    {
        await using var moodle = await MoodleCourse.StartAsync(FakeAssignment.From(
            TestData.InRepository("samples", "submissions.zip"), TestData.InRepository("samples", "worksheet.csv")), isConnected: false);
        using var api = await ClientAsync(moodle);
        var page = "/api" + moodle.Page;

        var wrong = await api.PutAsJsonAsync(page + "/connection", new { site = moodle.Moodle.Address, token = "wrong" });
        var connected = await api.PutAsJsonAsync(page + "/connection", new { site = moodle.Moodle.Address, token = moodle.Moodle.Token });
        var test = await api.GetFromJsonAsync<JsonElement>(page + "/test");
        var list = await api.GetFromJsonAsync<JsonElement>(page + "/assignments");
        var chosen = await api.PutAsync($"{page}/assignments/{list.GetProperty("choices")[0].GetProperty("id").GetInt64()}", null);
        var fetched = await RunAsync(api, page, "/fetch");
        var early = await api.PostAsync(page + "/compare", null);
        await api.PostAsync($"/api{moodle.Course.Assignment}/runs", null);
        await moodle.Course.SettleAsync();
        var compared = await RunAsync(api, page, "/compare");
        var transfer = $"{page}/transfers/{compared.GetProperty("id").GetString()}";
        var approved = await api.PostAsJsonAsync(transfer + "/approve", new { replace = Array.Empty<Guid>() });
        var sent = await SettleAsync(api, transfer);
        var receipts = await api.GetFromJsonAsync<JsonElement>(transfer + "/receipts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (connected.StatusCode, chosen.StatusCode));
        Assert.True(test.GetProperty("isComplete").GetBoolean());
        Assert.Equal("Done", fetched.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal("Compared", compared.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Accepted, approved.StatusCode);
        Assert.Equal("Done", sent.GetProperty("state").GetString());
        Assert.Equal(moodle.Moodle.Assignment.Students.Count(s => s.HasRecord),
            receipts.EnumerateArray().Count(r => r.GetProperty("state").GetString() == "Confirmed"));
        Assert.Contains(moodle.Moodle.Assignment.Students, s => s.Grade is not null);
    }

    private static async Task<JsonElement> RunAsync(HttpClient api, string page, string act)
    {
        var started = await (await api.PostAsync(page + act, null)).Content.ReadFromJsonAsync<JsonElement>();
        return await SettleAsync(api, $"{page}/transfers/{started.GetProperty("transferId").GetString()}");
    }

    private static async Task<JsonElement> SettleAsync(HttpClient api, string transfer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var found = await api.GetFromJsonAsync<JsonElement>(transfer, limit.Token);
            if (found.GetProperty("state").GetString() is "Done" or "Compared" or "Failed")
                return found;
            await Task.Delay(100, limit.Token);
        }
    }

    private static async Task<HttpClient> ClientAsync(MoodleCourse course)
    {
        var page = await course.Course.Browser.SubmitAsync("/account", "Make token", ("name", "script"));
        var client = new HttpClient { BaseAddress = course.Service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(page.Text).Groups[1].Value);
        return client;
    }

    [GeneratedRegex("<code>([0-9a-f]{64})</code>")]
    private static partial Regex Token();
}
