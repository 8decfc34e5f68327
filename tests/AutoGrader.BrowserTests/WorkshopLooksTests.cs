using AutoGrader.IntegrationTests.Web;
using AutoGrader.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>
/// The pages of the workshop in the states that links alone do not lead to: each form, faults, what a draft would change, an example from
/// an answer, a sheet that was read; in both languages, on a desk and on a phone.
/// </summary>
public sealed class WorkshopLooksTests(Chromium chromium, GradedCourse graded) : IClassFixture<Chromium>, IClassFixture<GradedCourse>
{
    // The sheet, questions with a computation and with shapes, and a criterion of each kind.
    private static readonly string[] Parts =
    [
        "", "questions/7", "questions/4", "questions/0/criteria/0", "questions/7/criteria/0", "questions/4/criteria/0",
        "questions/5/criteria/0", "questions/6/criteria/0", "questions/9/criteria/0",
    ];

    [Theory(Timeout = 10 * 60 * 1000)]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task Every_state_of_the_workshop_can_be_read_by_everybody(string language)
    {
        var page = await chromium.OpenAsync(graded.Service.Address, language);
        var faults = new List<string>();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[type=email]").FillAsync(RunningService.EmailOf("Ada"));
        await page.Locator("input[type=password]").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/courses");

        await page.GotoAsync(graded.Course.Course + "/rubrics");
        await page.Locator("tr", new() { HasText = "ivu-sheet-05" }).Locator("form button").First.ClickAsync();
        await page.WaitForURLAsync("**/rubrics/*");
        var draft = new Uri(page.Url).AbsolutePath;
        foreach (var part in Parts)
        {
            await page.GotoAsync($"{draft}?at={part}");
            await KeepAsync($"form-{part.Replace('/', '-')}");
        }
        await SpoilAsync(page);
        await KeepAsync("faults");
        await page.GotoAsync($"{draft}/changes");
        await KeepAsync("changes");
        await page.GotoAsync($"{draft}/effect?assignment={graded.Course.Assignment.Split('/')[^1]}");
        await KeepAsync("effect");
        await page.GotoAsync($"{draft}/rehearsal?run=true");
        await KeepAsync("rehearsal");
        await using (var context = await graded.Service.OpenAsync())
        {
            var answer = await context.Answers.FirstAsync(a => a.QuestionId == "1.1" && a.Text != "");
            var assessment = await context.Assessments.SingleAsync(a => a.Id == answer.AssessmentId);
            await page.GotoAsync($"{graded.Course.Assignment}/submissions/{assessment.SubmissionId}");
        }
        await page.GotoAsync(await page.Locator("a[href*='/example?']").First.GetAttributeAsync("href") ?? "");
        await KeepAsync("example");
        await page.GotoAsync(graded.Course.Course + "/rubrics");
        await page.Locator("#sheet").SetInputFilesAsync(TestData.InRepository("tests", "Data", "seq-sheet-02", "Noether-10230518.pdf"));
        await page.Locator("form[action$='/from-sheet'] button").ClickAsync();
        await page.WaitForURLAsync("**/rubrics/*-*");
        await KeepAsync("sheet");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task KeepAsync(string name)
        {
            // The form without its own scroll bar, so that all of it is in the picture.
            await page.EvaluateAsync("document.querySelector('.workshop > .fields')?.style.setProperty('max-height', 'none')");
            faults.AddRange(await page.LookAtAsync($"workshop-{language[..2]}-{name}"));
            await page.SetViewportSizeAsync(390, 844);
            var path = TestData.InRepository("artifacts", "screenshots", $"workshop-{language[..2]}-{name}-phone.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                faults.Add($"{page.Url} is wider than a phone.");
            await page.SetViewportSizeAsync(1280, 800);
        }
    }

    // Less points and a mistake that there is none of: the first is saved, the second is told.
    private static async Task SpoilAsync(IPage page)
    {
        var text = page.Locator("#source");
        var source = await text.InputValueAsync();
        await text.FillAsync(source.Replace("review-below: 0.8", "review-below: 0.95", StringComparison.Ordinal));
        await page.Locator("button.main[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".note.good")).ToBeVisibleAsync();
        await page.GotoAsync(page.Url.Split('?')[0] + "?at=questions/7");
        await text.FillAsync((await text.InputValueAsync())
            .Replace("catalogue: scaling_forgotten", "catalogue: scaling_forgoten", StringComparison.Ordinal)
            .Replace("{3.4c: 0}", "{3.4z: 0}", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".fields .said").First).ToBeVisibleAsync();
        await page.EvaluateAsync("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }
}
