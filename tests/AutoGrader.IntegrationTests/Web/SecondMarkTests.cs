using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Second;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Double marking: drawn at random, marked blind, compared, settled by one decision.</summary>
public sealed partial class SecondMarkTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sample_is_marked_blind_by_another_compared_and_settled_by_one_decision()
    {
        var course = graded.Course;
        using var grace = graded.Service.OpenBrowser();
        await grace.RegisterAsync(await course.InviteAsync("Tutor"), "Grace");
        var before = await PointsAsync();
        // One of the answers was decided by Ada: she is not her own second.
        var own = await DecideOneAsync();
        var drawn = await DrawAsync("3.2", 1000);
        Assert.True(drawn > 3);
        Assert.Equal(0, await DrawAsync("3.2", 1000));

        var marked = 0;
        for (var page = await grace.GetAsync(course.Assignment + "/second/next"); Choice().IsMatch(page.Text); marked++)
        {
            Assert.DoesNotContain("Machine", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("suggested", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"evidence\"", page.Text, StringComparison.Ordinal);
            (string, string)[] points = [.. Criteria(page).Select(c => ($"points:{c}", marked == 0 ? "0" : "0.5"))];
            var stale = page;
            page = await grace.SubmitAsync(page, "/second/", points);
            if (marked == 0)
                Assert.Contains("faster", (await grace.SubmitAsync(stale, "/second/", points)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(drawn, marked);
        Assert.Equal(With(before, own), await PointsAsync());
        var overview = await course.Browser.GetAsync(course.Assignment + "/second");
        Assert.Contains("Weighted kappa", overview.Text, StringComparison.Ordinal);
        var differing = await DifferingAsync();
        Assert.NotEmpty(differing);
        Assert.Equal(differing.Count, Settle().Count(overview.Text));
        var settled = differing.OrderBy(m => m.Ordinal).First();

        var after = await course.Browser.SubmitAsync(overview, "/settle", ("points", "0"), ("reason", "Both looked again."));

        Assert.Equal(differing.Count - 1, Settle().Count(after.Text));
        await using var context = await graded.Service.OpenAsync();
        var mark = await context.SecondMarks.SingleAsync(m => m.SettledBy != null, Cancel);
        Assert.Equal((RunningService.EmailOf("Ada"), settled.CriterionId), (mark.SettledBy, mark.CriterionId));
        var decided = await context.Overrides.SingleAsync(
            o => o.SubmissionId == mark.SubmissionId && o.Target == mark.CriterionId, Cancel);
        Assert.Equal((0, "Both looked again."), (decided.Points!.Value.HalfPoints, decided.Reason));
        Assert.Equal(marked, await context.Audit.CountAsync(a => a.Action == "second.mark", Cancel));
        Assert.Contains(await context.Audit.ToListAsync(Cancel), a => a.Action == "second.draw" && a.Detail == $"{drawn} of 3.2, seed 7");
    }

    [Fact]
    public async Task Nobody_marks_twice_what_they_have_decided_and_only_an_instructor_draws()
    {
        var course = graded.Course;
        using var tutor = graded.Service.OpenBrowser();
        await tutor.RegisterAsync(await course.InviteAsync("Tutor"), "Hedy");
        var run = (await RunAsync()).Id;
        await using (var context = await graded.Service.OpenAsync())
        {
            var answer = await context.Answers.Include(a => a.Scores).Where(a => a.QuestionId == "3.3").OrderBy(a => a.Id)
                .FirstAsync(Cancel);
            var assessment = await context.Assessments.Include(a => a.Submission).SingleAsync(a => a.Id == answer.AssessmentId, Cancel);
            context.SecondMarks.Add(new SecondMark
            {
                Id = Guid.CreateVersion7(),
                RunId = run,
                SubmissionId = assessment.SubmissionId,
                QuestionId = "3.3",
                CriterionId = answer.Scores.First().CriterionId,
                Ordinal = 0,
                ContentHash = assessment.Submission!.ContentHash,
                Seed = 1,
                DrawnBy = "x",
                DrawnAt = DateTime.UtcNow,
                FirstPoints = Points.Zero,
                FirstBy = RunningService.EmailOf("Hedy"),
            });
            await context.SaveChangesAsync(Cancel);
            Assert.Null(await graded.Service.Get<MarkAgain>().ShowAsync(
                run, assessment.SubmissionId, "3.3", RunningService.EmailOf("Hedy"), Cancel));
            Assert.NotNull(await graded.Service.Get<MarkAgain>().ShowAsync(
                run, assessment.SubmissionId, "3.3", RunningService.EmailOf("Ada"), Cancel));
            context.SecondMarks.RemoveRange(await context.SecondMarks.Where(m => m.DrawnBy == "x").ToListAsync(Cancel));
            await context.SaveChangesAsync(Cancel);
        }

        var page = await tutor.GetAsync(course.Assignment + "/second");
        Assert.DoesNotContain("/second/draw", page.Text, StringComparison.Ordinal);
        using var answerToPost = await tutor.Client.PostAsync(
            $"{course.Assignment}/runs/{run}/second/draw", new FormUrlEncodedContent([new("count", "1")]));
        Assert.Contains(answerToPost.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
    }

    private async Task<int> DrawAsync(string question, int count)
    {
        var page = await graded.Course.Browser.SubmitAsync(
            graded.Course.Assignment + "/second", "/second/draw", ("count", $"{count}"), ("question", question), ("seed", "7"));
        Assert.Matches(Drawn(), page.Text);
        return int.Parse(Drawn().Match(page.Text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<(Guid Submission, int Change)> DecideOneAsync()
    {
        Guid submission;
        string criterion;
        await using (var context = await graded.Service.OpenAsync())
        {
            var row = await context.Assessments
                .Where(a => a.Answers.Any(x => x.QuestionId == "3.2" && x.Scores.All(s => !s.NeedsReview && s.Points == s.Maximum)))
                .OrderBy(a => a.Id).Select(a => new
                {
                    a.SubmissionId,
                    Criterion = a.Answers.Single(x => x.QuestionId == "3.2").Scores.OrderBy(s => s.Ordinal).First().CriterionId,
                }).FirstAsync(Cancel);
            (submission, criterion) = (row.SubmissionId, row.Criterion);
        }
        await graded.Course.Browser.SubmitAsync($"{graded.Course.Assignment}/submissions/{submission}/points", "points:",
            ($"points:{criterion}", "0"), ("reason", "No."));
        return (submission, -1);
    }

    private async Task<GradingRun> RunAsync()
    {
        await using var context = await graded.Service.OpenAsync();
        return await context.Runs.SingleAsync(Cancel);
    }

    private async Task<string> PointsAsync()
    {
        await using var context = await graded.Service.OpenAsync();
        var points = await context.Assessments.OrderBy(a => a.SubmissionId).Select(a => new { a.SubmissionId, a.Points })
            .ToListAsync(Cancel);
        return string.Join(' ', points.Select(p => $"{p.SubmissionId}={p.Points?.HalfPoints}"));
    }

    // What counts after a decision, and nothing else has changed.
    private static string With(string before, (Guid Submission, int Change) own) => Regex.Replace(
        before, $"{own.Submission}=(\\d+)",
        m => $"{own.Submission}={int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + own.Change}");

    private async Task<List<SecondMark>> DifferingAsync()
    {
        await using var context = await graded.Service.OpenAsync();
        return [.. (await context.SecondMarks.ToListAsync(Cancel)).Where(m => m.Points is { } second && second != m.FirstPoints)];
    }

    private static IEnumerable<string> Criteria(Page page) => Choice().Matches(page.Text).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex("type=\"radio\"[^>]*name=\"points:([^\"]+)\"")]
    private static partial Regex Choice();

    [GeneratedRegex("([0-9]+) answers drawn, seed 7")]
    private static partial Regex Drawn();

    [GeneratedRegex("action=\"[^\"]*/settle\"")]
    private static partial Regex Settle();
}
