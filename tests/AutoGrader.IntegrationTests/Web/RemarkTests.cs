using System.Net;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.IntegrationTests.Application.Remarking;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>What another version of the rubric would change, in the browser.</summary>
public sealed partial class RemarkTests(GradedCourse graded) : IClassFixture<GradedCourse>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instructor_sees_who_would_change_and_why()
    {
        var rubric = await ImportAsync(ChangedRubric.With("- dimension* | size | shape | space + different", "- dimension* + different"));
        var stricter = await ImportAsync(ChangedRubric.StricterReview);

        var page = await graded.Course.Browser.GetAsync(graded.Course.Assignment + "/remark");
        Assert.Contains(rubric[..8], page.Text, StringComparison.Ordinal);
        var effect = await graded.Course.Browser.GetAsync($"{graded.Course.Assignment}/remark?rubric={stricter}");
        var (criterion, count) = Filter().Matches(effect.Text).Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, null)))
            .MinBy(f => f.Item2);
        var filtered = await graded.Course.Browser.GetAsync($"{graded.Course.Assignment}/remark?rubric={stricter}&criterion={criterion}");

        Assert.Contains("The sheet was changed (review-below).", effect.Text, StringComparison.Ordinal);
        Assert.Contains("Submissions by points, before and after", effect.Text, StringComparison.Ordinal);
        Assert.Equal(count, filtered.Text.Split("<tr><th scope=\"row\">").Length - 1);
        Assert.InRange(count, 1, effect.Text.Split("<tr><th scope=\"row\">").Length - 2);
    }

    [Fact]
    public async Task A_tutor_finds_no_such_page()
    {
        using var tutor = graded.Service.OpenBrowser();
        await tutor.RegisterAsync(await graded.Course.InviteAsync("Tutor"), "Theo");

        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Client.GetAsync(graded.Course.Assignment + "/remark", Cancel)).StatusCode);
        var page = await tutor.GetAsync(graded.Course.Assignment);
        Assert.DoesNotContain("/remark\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_re_marked_accepted_in_part_seen_everywhere_and_taken_back()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();
        await course.GradeAsync();
        var rubric = await ImportAsync(service, ChangedRubric.With("- id: 3.3a", "- id: 3.3x"));
        await course.Browser.SubmitAsync(course.Assignment + "/release", "/release", []);

        var preview = await course.Browser.GetAsync($"{course.Assignment}/remark?rubric={rubric}");
        await course.Browser.SubmitAsync(preview, "Re-mark by this version");
        var ready = await WaitAsync(course);
        var kept = Keep().Match(ready.Text).Groups[1].Value;
        var accepted = await course.Browser.SubmitAsync(ready, "/accept", ("keep", kept));
        Assert.Contains("The new results count.", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("3.3a", (await course.Browser.GetAsync($"{course.Assignment}/submissions/{kept}")).Text, StringComparison.Ordinal);
        Assert.Contains("was re-marked", (await course.Browser.GetAsync(course.Assignment + "/release")).Text, StringComparison.Ordinal);

        // Whoever still has the page from before changes nothing.
        Assert.Contains(
            "accepted, dropped or taken back already",
            (await course.Browser.SubmitAsync(ready, "/accept")).Text, StringComparison.Ordinal);
        var undone = await course.Browser.SubmitAsync(accepted, "/undo");
        Assert.Contains("What counted before counts.", undone.Text, StringComparison.Ordinal);
        var release = await course.Browser.GetAsync(course.Assignment + "/release");
        Assert.DoesNotContain("was re-marked", release.Text, StringComparison.Ordinal);
        var other = await CourseSetup.CreateAsync(course.Browser, "Other");
        var foreign = Undo().Match(accepted.Text).Groups[1].Value.Replace(course.Assignment, other.Assignment, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await course.Browser.PostAsync(foreign, new FormUrlEncodedContent([]))).Status);
    }

    [Fact]
    public async Task Gains_alone_are_accepted_and_taken_back()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();
        await course.GradeAsync();
        // The other version has another criterion in place of the one that somebody decided on, once up and once down.
        var up = await DecideAsync(service, course, s => s.Points < s.Maximum, s => s.Maximum);
        var down = await DecideAsync(service, course, s => s.Points > Points.Zero && s.Override is null, _ => Points.Zero);
        var before = await CountingAsync(service);
        var rubric = await ImportAsync(service, ChangedRubric.With("- id: 3.3a", "- id: 3.3x"));
        var preview = await course.Browser.GetAsync($"{course.Assignment}/remark?rubric={rubric}");
        await course.Browser.SubmitAsync(preview, "Re-mark by this version");
        var form = (await WaitAsync(course)).Text.Split("<form").Single(f => f.Contains("Accept gains only", StringComparison.Ordinal));
        var fields = Field().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value)).ToList();
        var losing = fields.Where(f => f.Key == "keep").Select(f => Guid.Parse(f.Value)).ToList();

        await course.Browser.PostAsync(Action().Match(form).Groups[1].Value, new FormUrlEncodedContent(fields));

        var after = await CountingAsync(service);
        Assert.Contains(up, losing);
        Assert.Equal(before[up], after[up]);
        Assert.True(after[down].Points > before[down].Points);
        Assert.All(before.Where(b => b.Value.Status == SubmissionStatus.Graded), b => Assert.True(after[b.Key].Points >= b.Value.Points));
        await course.Browser.SubmitAsync(course.Assignment + "/remark", "/undo");
        Assert.Equal(before, await CountingAsync(service));
    }

    /// <summary>Has 3.3a decided for the first decided submission whose score is so.</summary>
    private static async Task<Guid> DecideAsync(
        RunningService service, CourseSetup course, Func<StoredScore, bool> which, Func<StoredScore, Points> give)
    {
        Guid submission;
        StoredScore score;
        await using (var context = await service.OpenAsync())
        {
            var graded = await context.Assessments.Where(a => a.Status == SubmissionStatus.Graded && a.Points != null)
                .OrderBy(a => a.Submission!.HandInKey).Include(a => a.Answers).ThenInclude(a => a.Scores).ToListAsync(Cancel);
            (submission, score) = graded
                .Select(a => (a.SubmissionId, Score: a.Answers.SelectMany(x => x.Scores).Single(s => s.CriterionId == "3.3a")))
                .First(s => which(s.Score));
        }
        await course.Browser.SubmitAsync(
            $"{course.Assignment}/submissions/{submission}/points", "points:",
            ("points:3.3a", give(score).ToString()), ("reason", "Seen."));
        return submission;
    }

    private static async Task<Dictionary<Guid, (Points? Points, SubmissionStatus Status)>> CountingAsync(RunningService service)
    {
        await using var context = await service.OpenAsync();
        var pinned = await context.Assignments.Select(a => a.RubricHash).SingleAsync(Cancel);
        var run = await context.Runs.Where(r => r.RubricHash == pinned).Select(r => r.Id).SingleAsync(Cancel);
        return await context.CountingIn(run).ToDictionaryAsync(a => a.SubmissionId, a => (a.Points, a.Status), Cancel);
    }

    private static async Task<Page> WaitAsync(CourseSetup course)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var page = await course.Browser.GetAsync(course.Assignment + "/remark");
            if (page.Text.Contains("/accept\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(200, limit.Token);
        }
    }

    [GeneratedRegex("""name="keep" value="([0-9a-f-]{36})""")]
    private static partial Regex Keep();

    [GeneratedRegex("""name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Field();

    [GeneratedRegex("""action="([^"]*/accept)""")]
    private static partial Regex Action();

    [GeneratedRegex("""action="([^"]*/undo)""")]
    private static partial Regex Undo();

    [GeneratedRegex("""criterion=[^"]*"[^>]*>([0-9.a-z]+) \((\d+)\)</a>""")]
    private static partial Regex Filter();

    private Task<string> ImportAsync(RubricVersion version) => ImportAsync(graded.Service, version);

    /// <summary>Imports a version with the graded answers that ship, and gives its hash.</summary>
    internal static async Task<string> ImportAsync(RunningService service, RubricVersion version)
    {
        var path = Path.Combine(Cli.TemporaryFolder.Create(), "changed.yaml");
        await File.WriteAllTextAsync(path, version.Source, Cancel);
        var name = version.Rubric.Questions.SelectMany(q => q.Criteria).Single(c => c.Id.StartsWith("3.3", StringComparison.Ordinal)).Id;
        var answers = await File.ReadAllTextAsync(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl"), Cancel);
        await File.WriteAllTextAsync(
            Path.ChangeExtension(path, ".answers.jsonl"), answers.Replace("3.3a", name, StringComparison.Ordinal), Cancel);
        var imported = await service.Get<ImportRubric>().ExecuteAsync(path, "ada@example.org", Cancel);
        return imported.Version!.Hash;
    }
}
