using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>The tutor's desk: deciding, taking back, and two tutors at once.</summary>
public sealed partial class DeskTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    [Fact]
    public async Task A_decision_is_stored_with_its_audit_row_released_with_fresh_feedback_and_can_be_taken_back()
    {
        var course = graded.Course;
        var (page, item) = await OpenFirstAsync(course.Browser);

        var next = await course.Browser.SubmitAsync(page, "/decide", ("Points", "0"), ("Items", item), ("Reason", "Not in this report."));

        Assert.Contains("Decided.", next.Text, StringComparison.Ordinal);
        await using (var context = await graded.Service.OpenAsync())
        {
            var stored = await context.Overrides.SingleAsync();
            Assert.Equal("Not in this report.", stored.Reason);
            Assert.Equal(RunningService.EmailOf("Ada"), stored.By);
            Assert.Contains(await context.Audit.ToListAsync(), a => a.Action == "override.set");
        }
        await course.Browser.SubmitAsync(course.Assignment + "/release", "/release");
        await using (var context = await graded.Service.OpenAsync())
            Assert.All(await context.Assessments.ToListAsync(), a => Assert.NotNull(a.FeedbackHash));

        var back = await course.Browser.SubmitAsync(next, "/undo");

        Assert.Contains("Taken back for 1", back.Text, StringComparison.Ordinal);
        await using (var context = await graded.Service.OpenAsync())
            Assert.Empty(await context.Overrides.ToListAsync());
    }

    [Fact]
    public async Task The_second_of_two_tutors_is_told_and_overwrites_nothing()
    {
        var course = graded.Course;
        using var second = graded.Service.OpenBrowser();
        await second.RegisterAsync(await course.InviteAsync("Tutor"), "Grace");
        var (firstPage, item) = await OpenFirstAsync(course.Browser);
        var (secondPage, same) = await OpenFirstAsync(second);
        Assert.Equal(item, same);

        var decided = await course.Browser.SubmitAsync(firstPage, "/decide", ("Points", "0"), ("Items", item));
        var refused = await second.SubmitAsync(secondPage, "/decide", ("Points", "0.5"), ("Items", same));

        Assert.Contains("in the meantime", refused.Text, StringComparison.Ordinal);
        await using (var context = await graded.Service.OpenAsync())
            Assert.Equal(0, (await context.Overrides.SingleAsync()).Points!.Value.HalfPoints);
        await course.Browser.SubmitAsync(decided, "/undo");
    }

    [Fact]
    public async Task The_pages_are_shown_beside_the_rubric_as_images_in_which_nothing_can_run()
    {
        var course = graded.Course;
        var page = await course.Browser.GetAsync(course.Assignment + "/review/next");
        var images = Pages().Matches(page.Text);
        Assert.NotEmpty(images);
        Assert.Contains("class=\"region\"", (await MarkedAsync()).Text, StringComparison.Ordinal);

        using var image = await course.Browser.Client.GetAsync(images[0].Groups[1].Value);

        Assert.Equal("image/svg+xml", image.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(image.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", await image.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var beyond = images[0].Groups[1].Value.Replace("/1.svg", "/99.svg", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await course.Browser.Client.GetAsync(beyond)).StatusCode);

        // A case of a report that was read and where an answer was found.
        async Task<Page> MarkedAsync()
        {
            var queue = await course.Browser.GetAsync(course.Assignment + "/review");
            foreach (var address in First().Matches(queue.Text).Select(m => m.Value).Distinct())
            {
                var shown = await course.Browser.GetAsync(address);
                if (shown.Text.Contains("class=\"region\"", StringComparison.Ordinal))
                    return shown;
            }
            return queue;
        }
    }

    [Fact]
    public async Task Without_names_no_page_is_shown_that_may_hold_one()
    {
        var course = graded.Course;
        using var blind = graded.Service.OpenBrowser();
        await blind.RegisterAsync(await course.InviteAsync("Tutor"), "Edsger");
        await blind.SubmitAsync(course.Assignment + "/review", "/blind");

        var page = await blind.GetAsync(course.Assignment + "/review/next");

        Assert.Empty(Pages().Matches(page.Text));
        Assert.DoesNotContain("report.pdf", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_of_another_course_cannot_be_taken_back_from_here()
    {
        var course = graded.Course;
        var (page, item) = await OpenFirstAsync(course.Browser);
        var decided = await course.Browser.SubmitAsync(page, "/decide", ("Points", "0"), ("Items", item));
        var address = UndoForm().Match(decided.Text).Groups[1].Value;
        var foreign = address.Replace(address.Split("/decisions/")[1], Guid.NewGuid() + "/undo", StringComparison.Ordinal);

        var answer = await course.Browser.Client.PostAsync(foreign, new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await course.Browser.SubmitAsync(decided, "/undo");
    }

    private async Task<(Page Page, string Item)> OpenFirstAsync(Browser browser)
    {
        var queue = await browser.GetAsync(graded.Course.Assignment + "/review");
        var page = await browser.GetAsync(First().Match(queue.Text).Value);
        return (page, WebUtility.HtmlDecode(Item().Match(page.Text).Groups[1].Value));
    }

    [GeneratedRegex("""name="Items" value="([^"]+)""")]
    private static partial Regex Item();

    [GeneratedRegex("/courses/[^\"]*/review/[0-9a-f]{16}")]
    private static partial Regex First();

    [GeneratedRegex("src=\"([^\"]*/pages/[0-9]+\\.svg)\"")]
    private static partial Regex Pages();

    [GeneratedRegex("""action="([^"]*/decisions/[^"]*)""")]
    private static partial Regex UndoForm();
}
