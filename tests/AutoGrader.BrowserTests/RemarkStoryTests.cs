using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.IntegrationTests.Web;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>An instructor looks at what another version of the rubric would change.</summary>
public sealed class RemarkStoryTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task An_instructor_sees_the_effect_re_marks_accepts_in_part_and_takes_back()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        await course.UploadAsync();
        await course.GradeAsync();
        // Somebody has given more than the other version will.
        await GiveFullAsync(service, course, "3.3a");
        await ImportAsync(service);
        var page = await chromium.OpenAsync(service.Address);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(RunningService.EmailOf("Ada"));
        await page.GetByLabel("Password").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/courses$"));

        await page.GotoAsync(course.Assignment);
        await page.GetByRole(AriaRole.Link, new() { Name = "Re-mark", Exact = true }).ClickAsync();
        await page.KeepAsync("30-remark");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the effect" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Who changes, and why")).ToBeVisibleAsync();
        await page.KeepAsync("31-effect");
        await page.GetByRole(AriaRole.Button, new() { Name = "Re-mark by this version" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }))
            .ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.Locator("input[name=keep]").First.CheckAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept gains only" })).ToBeVisibleAsync();
        await page.KeepAsync("32-remarked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("The new results count.")).ToBeVisibleAsync();
        await page.KeepAsync("33-accepted");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What counted before counts.")).ToBeVisibleAsync();
    }

    private static async Task GiveFullAsync(RunningService service, CourseSetup course, string criterion)
    {
        await using var context = await service.OpenAsync();
        var decided = await context.Assessments.Where(a => a.Status == SubmissionStatus.Graded && a.Points != null)
            .OrderBy(a => a.Submission!.HandInKey).Include(a => a.Answers).ThenInclude(a => a.Scores).ToListAsync();
        var (submission, score) = decided.SelectMany(a => a.Answers.SelectMany(x => x.Scores).Select(s => (a.SubmissionId, Score: s)))
            .First(s => s.Score.CriterionId == criterion && s.Score.Points < s.Score.Maximum);
        await course.Browser.SubmitAsync(
            $"{course.Assignment}/submissions/{submission}/points", "points:",
            ($"points:{criterion}", score.Maximum.ToString()), ("reason", "Seen."));
    }

    /// <summary>Imports a version in which one criterion earns more and another is gone.</summary>
    private static async Task ImportAsync(RunningService service)
    {
        var text = await File.ReadAllTextAsync(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("remark-").FullName, "changed.yaml");
        await File.WriteAllTextAsync(path, text
            .Replace("points: 20\n", "points: 21\n", StringComparison.Ordinal)
            .Replace("  - id: \"1.1\"\n    points: 1\n", "  - id: \"1.1\"\n    points: 2\n", StringComparison.Ordinal)
            .Replace("kind: concept\n        points: 1\n        text:\n          en: The hidden state carries",
                "kind: concept\n        points: 2\n        text:\n          en: The hidden state carries", StringComparison.Ordinal)
            .Replace("- points: 1\n            text:\n              en: The hidden state holds",
                "- points: 2\n            text:\n              en: The hidden state holds", StringComparison.Ordinal)
            .Replace("- id: 3.3a", "- id: 3.3x", StringComparison.Ordinal));
        var answers = await File.ReadAllTextAsync(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl"));
        await File.WriteAllTextAsync(
            Path.ChangeExtension(path, ".answers.jsonl"), answers.Replace("3.3a", "3.3x", StringComparison.Ordinal));
        Assert.NotNull((await service.Get<ImportRubric>().ExecuteAsync(path, "ada@example.org")).Version);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
