using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Double marking by the API: as blind as the pages.</summary>
public sealed class SecondApiTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_draws_by_percent_marks_blind_reads_the_agreement_and_settles()
    {
        var course = graded.Course;
        using var grace = graded.Service.OpenBrowser();
        await grace.RegisterAsync(await course.InviteAsync("Tutor"), "Margaret");
        using var instructor = await ApiTests.ClientAsync(graded.Service, course.Browser);
        using var tutor = await ApiTests.ClientAsync(graded.Service, grace);
        var second = $"/api{course.Assignment}/runs/{await RunAsync()}/second";
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.PostAsJsonAsync(second + "/draw", new { count = 1 }, Cancel)).StatusCode);
        foreach (var wrong in new object[] { new { }, new { count = 0 }, new { percent = 101 }, new { count = 3, percent = 3 } })
            Assert.Equal(HttpStatusCode.BadRequest, (await instructor.PostAsJsonAsync(second + "/draw", wrong, Cancel)).StatusCode);

        var whole = await DrawAsync(new { questionId = "2.1", percent = 50, seed = 5 });
        var rest = await DrawAsync(new { questionId = "2.1", percent = 100 });
        Assert.InRange(whole - rest, 0, 1);
        var marked = 0;
        while (await tutor.GetAsync(second + "/next", Cancel) is { StatusCode: HttpStatusCode.OK } next)
        {
            var text = await next.Content.ReadAsStringAsync(Cancel);
            foreach (var telling in new[] { "rationale", "confidence", "suggestion", "first", "evidence", "override" })
                Assert.DoesNotContain($"\"{telling}", text, StringComparison.OrdinalIgnoreCase);
            var answer = JsonDocument.Parse(text).RootElement;
            Assert.Equal("2.1", answer.GetProperty("questionId").GetString());
            var mark = new
            {
                submissionId = answer.GetProperty("submissionId").GetString(),
                questionId = "2.1",
                points = answer.GetProperty("criteria").EnumerateArray()
                    .ToDictionary(c => c.GetProperty("id").GetString()!, _ => marked % 2 == 0 ? 0 : 0.5),
            };
            var halves = mark with { points = mark.points.ToDictionary(p => p.Key, _ => 0.3) };
            Assert.Equal(HttpStatusCode.BadRequest, (await tutor.PostAsJsonAsync(second + "/marks", halves, Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await tutor.PostAsJsonAsync(second + "/marks", mark, Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await tutor.PostAsJsonAsync(second + "/marks", mark, Cancel)).StatusCode);
            marked++;
        }
        Assert.Equal(whole + rest, marked);
        var state = await instructor.GetFromJsonAsync<JsonElement>(second, Cancel);
        var agreement = state.GetProperty("questions").EnumerateArray().Single(q => q.GetProperty("questionId").GetString() == "2.1");
        Assert.True(agreement.GetProperty("agreement").GetProperty("count").GetInt32() >= marked);
        var difference = state.GetProperty("disagreements").EnumerateArray()
            .First(d => d.GetProperty("criterionId").GetString()!.StartsWith("2.1", StringComparison.Ordinal));
        var settle = $"{second}/marks/{difference.GetProperty("id").GetString()}/settle";
        var settlement = new { points = 0, reason = "Both.", version = difference.GetProperty("version").GetString() };
        Assert.Equal(
            HttpStatusCode.BadRequest, (await tutor.PostAsJsonAsync(settle, settlement with { reason = " " }, Cancel)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Conflict, (await tutor.PostAsJsonAsync(settle, settlement with { version = "old" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await tutor.PostAsJsonAsync(settle, settlement, Cancel)).StatusCode);
        var after = await instructor.GetFromJsonAsync<JsonElement>(second, Cancel);
        Assert.Equal(state.GetProperty("settled").GetInt32() + 1, after.GetProperty("settled").GetInt32());

        async Task<int> DrawAsync(object sample)
        {
            using var answer = await instructor.PostAsJsonAsync(second + "/draw", sample, Cancel);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("drawn").GetInt32();
        }
    }

    private async Task<Guid> RunAsync()
    {
        await using var context = await graded.Service.OpenAsync();
        return (await context.Runs.SingleAsync(Cancel)).Id;
    }
}
