using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Statistics;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Web.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>What a graded course shows, to whom, and to whom not.</summary>
public sealed partial class GradedCourseTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    [Fact]
    public async Task An_upload_is_previewed_graded_and_shown_with_its_feedback()
    {
        var (course, preview) = (graded.Course, graded.Preview);
        Assert.EndsWith("/preview", preview.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("was received: 12 hand-ins", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Breaks a rule", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Grade now", preview.Text, StringComparison.Ordinal);
        Assert.Contains("12 / 12", graded.Run.Text, StringComparison.Ordinal);
        Assert.Contains("name of the ZIP", graded.Run.Text, StringComparison.Ordinal);

        await using var context = await graded.Service.OpenAsync();
        var results = await context.Assessments.ToListAsync();
        var list = await course.Browser.GetAsync(course.Assignment + "/submissions");
        Assert.All(results, r => Assert.Contains($"/submissions/{r.SubmissionId}\"", list.Text, StringComparison.Ordinal));
        var scored = results.First(r => r.Points is not null);
        var detail = await course.Browser.GetAsync($"{course.Assignment}/submissions/{scored.SubmissionId}");
        Assert.Contains("3.4", detail.Text, StringComparison.Ordinal);
        var feedback = await course.Browser.Client.GetAsync($"{course.Assignment}/submissions/{scored.SubmissionId}/feedback.pdf");
        Assert.Equal("application/pdf", feedback.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await feedback.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public async Task The_statistics_of_questions_are_the_sums_of_their_criteria()
    {
        Guid run;
        await using (var context = await graded.Service.OpenAsync())
            run = await context.Runs.Select(r => r.Id).SingleAsync();

        var counts = await graded.Service.Get<ReadStatistics>().ExecuteAsync(run, TestContext.Current.CancellationToken);
        var page = await graded.Course.Browser.GetAsync(graded.Course.Assignment + "/statistics");

        Assert.Equal(counts.Maximum, Points.Sum(counts.Questions.Select(q => q.Maximum)));
        Assert.Equal(counts.Mean!.Value * counts.Scored, counts.Questions.Sum(q => q.Mean * q.Answers), 6);
        Assert.All(counts.Questions, q => Assert.Equal(counts.Scored, q.Answers));
        Assert.All(counts.Questions, q => Assert.InRange(q.Full + q.None, 0, q.Answers));
        Assert.All(counts.Questions, q => Assert.Contains($"aria-label=\"{q.QuestionId}\"", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_of_another_course_finds_nothing_under_any_address_of_this_one()
    {
        var own = graded.Course;
        using var stranger = await StrangerAsync(graded.Service, own);
        var addresses = await AddressesAsync(own);

        foreach (var address in addresses)
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(address)).StatusCode);
        foreach (var address in addresses)
            Assert.Equal(HttpStatusCode.OK, (await own.Browser.Client.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("Vision", (await stranger.GetAsync("/courses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_another_course_is_not_found_below_ones_own_either()
    {
        var own = graded.Course;
        var addresses = await AddressesAsync(own);
        var other = await CourseSetup.CreateAsync(own.Browser, "Other");

        // The same person is in both: the parts of an address must belong together all the same.
        foreach (var address in addresses.Where(a => a.StartsWith(own.Assignment, StringComparison.Ordinal)))
        {
            var mixed = address.Replace(own.Course, other.Course, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await own.Browser.Client.GetAsync(mixed)).StatusCode);
        }
        foreach (var address in addresses.Where(a => SubmissionOrRun().IsMatch(a)))
        {
            var mixed = address.Replace(own.Assignment, other.Assignment, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await own.Browser.Client.GetAsync(mixed)).StatusCode);
        }
    }

    [Fact]
    public async Task Logs_at_information_hold_no_names_and_no_numbers_of_students()
    {
        await graded.Course.Browser.GetAsync(graded.Course.Assignment + "/submissions");

        var lines = string.Join('\n', graded.Service.Logs.AtLeast(LogLevel.Information));

        await using var context = await graded.Service.OpenAsync();
        foreach (var submission in await context.Submissions.Include(s => s.Assessments).ToListAsync())
        {
            string?[] personal = [submission.Name, submission.ParticipantNumber, .. submission.Assessments.Select(a => a.Matriculation)];
            foreach (var word in personal.OfType<string>())
                Assert.DoesNotContain(word, lines, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Metrics_count_submissions_by_state_and_the_share_that_needs_a_person()
    {
        await graded.Service.Get<MeasureService>().MeasureAsync(CancellationToken.None);

        var counted = graded.Service.Get<ServiceMeter>().Snapshot;

        await using var context = await graded.Service.OpenAsync();
        var review = await context.Assessments.CountAsync(a => a.Status == SubmissionStatus.NeedsReview);
        Assert.Equal(12, counted.Submissions.Values.Sum());
        Assert.Equal(review, counted.Submissions["NeedsReview"]);
        Assert.Equal(review / 12.0, counted.ReviewRate, 6);
        Assert.Equal(TimeSpan.Zero, counted.QueueAge);
    }

    private static async Task<Browser> StrangerAsync(RunningService service, CourseSetup own)
    {
        // An administrator of the service in no role in this course would be a stranger as well; this one is an instructor elsewhere.
        var second = await CourseSetup.CreateAsync(own.Browser, "Robotics");
        var stranger = service.OpenBrowser();
        await stranger.RegisterAsync(await second.InviteAsync("Instructor"), "Eve");
        return stranger;
    }

    /// <summary>Everything of the course that its pages link to.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(CourseSetup setup)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { setup.Course, setup.Assignment };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var address))
        {
            var page = await setup.Browser.GetAsync(address);
            var links = Link().Matches(page.Text).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
                .Where(l => l.StartsWith(setup.Course, StringComparison.Ordinal) && !l.Contains('?', StringComparison.Ordinal));
            foreach (var link in links.Where(found.Add))
                open.Enqueue(link);
        }
        Assert.True(found.Count > 20, "The pages link to each other.");
        return [.. found];
    }

    [GeneratedRegex("""(?:href|src)="([^"#]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("/(submissions|runs)/[0-9a-f-]{36}")]
    private static partial Regex SubmissionOrRun();
}
