using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Points by hand: for a scan, and for what the machine or somebody has decided otherwise.</summary>
public sealed partial class PointsTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private const string Reason = "Read from the scan.";

    [Fact]
    public async Task A_scan_gets_its_points_by_hand_and_then_counts_like_any_other()
    {
        var course = graded.Course;
        var scan = await FindAsync(a => a.Points == null && a.PdfHash != null);
        var address = $"{course.Assignment}/submissions/{scan}";
        Assert.Contains("/points\"", (await course.Browser.GetAsync(address)).Text, StringComparison.Ordinal);
        var page = await course.Browser.GetAsync(address + "/points");
        Assert.Contains("/pages/1.svg", page.Text, StringComparison.Ordinal);
        var criteria = Criterion().Matches(page.Text).Select(m => m.Groups[1].Value).ToList();
        Assert.True(criteria.Count > 20);
        (string, string)[] points = [.. criteria.Select((c, i) => ($"points:{c}", i == 0 ? "0.5" : "0"))];

        var refused = await course.Browser.SubmitAsync(page, "points:", points);
        Assert.Contains("need a reason", refused.Text, StringComparison.Ordinal);
        var given = await course.Browser.SubmitAsync(page, "points:", [.. points, ("reason", Reason)]);
        Assert.Contains($"{criteria.Count} criteria decided", given.Text, StringComparison.Ordinal);
        await course.SettleAsync();

        await using (var context = await graded.Service.OpenAsync())
        {
            var result = await context.Assessments.Include(a => a.Answers).ThenInclude(a => a.Scores)
                .SingleAsync(a => a.SubmissionId == scan);
            Assert.Equal((1, SubmissionStatus.Graded), (result.Points!.Value.HalfPoints, result.Status));
            Assert.All(result.Answers.SelectMany(a => a.Scores), s => Assert.Equal(Reason, s.Override!.Reason));
            Assert.Equal(criteria.Count, await context.Audit.CountAsync(a => a.Action == "override.set" && a.Subject == scan.ToString()));
        }

        // The last decision on this page is taken back: its criterion is open again, and with it the submission.
        await course.Browser.SubmitAsync(address, "/undo");
        await using (var context = await graded.Service.OpenAsync())
        {
            var result = await context.Assessments.Include(a => a.Answers).ThenInclude(a => a.Scores)
                .SingleAsync(a => a.SubmissionId == scan);
            Assert.Single(result.Answers.SelectMany(a => a.Scores), s => s.NeedsReview && s.Override == null);
            Assert.Equal(SubmissionStatus.NeedsReview, result.Status);
        }
    }

    [Fact]
    public async Task What_the_machine_decided_can_be_changed_once_and_not_over_another_ones_head()
    {
        var course = graded.Course;
        var submission = await FindAsync(a => a.Status == SubmissionStatus.Graded && a.Points != null);
        var address = $"{course.Assignment}/submissions/{submission}/points";
        using var second = graded.Service.OpenBrowser();
        await second.RegisterAsync(await course.InviteAsync("Tutor"), "Barbara");
        var (mine, theirs) = (await course.Browser.GetAsync(address), await second.GetAsync(address));
        var criterion = Criterion().Match(mine.Text).Groups[1].Value;
        string machine;
        await using (var context = await graded.Service.OpenAsync())
        {
            var score = await ScoresOf(context, submission).SingleAsync(s => s.CriterionId == criterion);
            machine = score.Points.ToString();
            // Only what differs is a decision.
            Assert.False(score.NeedsReview);
        }
        var other = machine == "0" ? "0.5" : "0";

        await course.Browser.SubmitAsync(mine, "points:", ($"points:{criterion}", other), ("reason", "Seen otherwise."));
        var late = await second.SubmitAsync(theirs, "points:", ($"points:{criterion}", machine), ("reason", "No."));

        Assert.Contains("in the meantime", late.Text, StringComparison.Ordinal);
        var page = await course.Browser.GetAsync($"{course.Assignment}/submissions/{submission}");
        Assert.Contains("Reason: Seen otherwise.", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Contains($"Machine: {machine}", page.Text, StringComparison.Ordinal);
        await using (var context = await graded.Service.OpenAsync())
        {
            var score = await ScoresOf(context, submission).SingleAsync(s => s.CriterionId == criterion);
            Assert.Equal((other, machine), (score.Points.ToString(), score.Override!.MachinePoints.ToString()));
        }
        await course.Browser.SubmitAsync(page, "/undo");
        await using (var context = await graded.Service.OpenAsync())
            Assert.All(await ScoresOf(context, submission).ToListAsync(), s => Assert.Null(s.Override));
    }

    [Theory]
    [InlineData("points:9.9a", "1")]
    [InlineData("points:1.1a", "99")]
    [InlineData("points:1.1a", "0.3")]
    public async Task What_no_page_offers_is_refused(string field, string points)
    {
        var course = graded.Course;
        var submission = await FindAsync(a => a.Status == SubmissionStatus.Graded && a.Points != null);

        var answer = await course.Browser.SubmitAsync(
            $"{course.Assignment}/submissions/{submission}/points", "points:", (field, points), ("reason", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private static IQueryable<StoredScore> ScoresOf(AutoGraderDbContext context, Guid submission) =>
        context.Assessments.AsNoTracking().Where(a => a.SubmissionId == submission).SelectMany(a => a.Answers).SelectMany(a => a.Scores);

    private async Task<Guid> FindAsync(Func<StoredAssessment, bool> which)
    {
        await using var context = await graded.Service.OpenAsync();
        return (await context.Assessments.OrderBy(a => a.SubmissionId).ToListAsync()).First(which).SubmissionId;
    }

    [GeneratedRegex("name=\"points:([^\"]+)\"")]
    private static partial Regex Criterion();
}
