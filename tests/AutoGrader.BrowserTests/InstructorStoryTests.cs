using AutoGrader.IntegrationTests.Web;
using AutoGrader.Testing;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>The instructor's story in a real browser: a rubric is changed while its values follow, compared, published.</summary>
public sealed class InstructorStoryTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task An_instructor_changes_a_rubric_sees_what_follows_and_publishes_it()
    {
        await using var service = await RunningService.StartAsync();
        using var _ = (await CourseSetup.FirstAsync(service)).Browser;
        var page = await chromium.OpenAsync(service.Address);
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        await SignInAsync(page);

        await OpenDraftAsync(page);
        await FillFieldsAsync(page);
        await ChangeMatricesAndMistakesAsync(page);
        await WriteAsync(page);
        await PublishAsync(page);

        Assert.Empty(faults);
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(RunningService.EmailOf("Ada"));
        await page.GetByLabel("Password").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vision" }).ClickAsync();
    }

    private static async Task OpenDraftAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Rubrics" }).ClickAsync();
        await page.KeepAsync("30-rubrics");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change seq-sheet-02" }).ClickAsync();
        await page.KeepAsync("31-rubric-editor");
    }

    private static async Task FillFieldsAsync(IPage page)
    {
        var text = page.Locator("#source");
        var before = await text.InputValueAsync();
        // A formula is changed in its field: the text follows, and so do the reference values.
        await page.Locator("a[data-at='questions/0']").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Question 1" }).First).ToBeVisibleAsync();
        await page.KeepAsync("35-rubric-question");
        var formula = page.GetByLabel("Formula", new() { Exact = true }).First;
        var right = await formula.InputValueAsync();
        await formula.FillAsync($"2 * ({right})");
        await Assertions.Expect(page.Locator("figcaption", new() { HasText = $"2 * ({right})" }).First).ToBeVisibleAsync();
        Assert.Equal(
            before.Replace($"formula: {right}", $"formula: 2 * ({right})", StringComparison.Ordinal), await text.InputValueAsync());
        await formula.FillAsync(right);
        await Assertions.Expect(text).ToHaveValueAsync(before);
        await page.Locator("a[data-at='questions/0/criteria/0']").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Criterion" }).First).ToBeVisibleAsync();
        await page.KeepAsync("36-rubric-criterion");
    }

    private static async Task ChangeMatricesAndMistakesAsync(IPage page)
    {
        var text = page.Locator("#source");
        var before = await text.InputValueAsync();
        await page.Locator("a[data-at='questions/0']").ClickAsync();
        // What can be read in two ways is not read, and the field says so while one writes.
        var matrix = page.GetByLabel("Entries of W");
        await matrix.FillAsync("1,2\n0,1");
        await Assertions.Expect(page.GetByText("can be read in two ways")).ToBeVisibleAsync();
        await page.KeepAsync("38-rubric-matrix");
        Assert.Equal(before, await text.InputValueAsync());
        await matrix.FillAsync("1 2,5\n0 1");
        await Assertions.Expect(text).ToHaveValueAsync(
            before.Replace("W: [[1, 2], [0, 1]]", "W: [[1, 2.5], [0, 1]]", StringComparison.Ordinal));
        await matrix.FillAsync("1 2\n0 1");
        await Assertions.Expect(text).ToHaveValueAsync(before);
        // A mistake that names no step is told at its field; Enter saves and does nothing else.
        var mistake = page.GetByRole(AriaRole.Group, new() { Name = "Known mistake 1" });
        var step = mistake.GetByLabel("Step");
        var right = await step.InputValueAsync();
        await step.FillAsync("stetes");
        await Assertions.Expect(mistake.GetByText("There is no step")).ToBeVisibleAsync();
        await step.FillAsync(right);
        await step.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync(before);
    }

    private static async Task WriteAsync(IPage page)
    {
        var text = page.Locator("#source");
        var right = await text.InputValueAsync();
        // The line of a fault is told while one writes, and the link leads there.
        await text.FillAsync(right.Replace("review-below: 0.8", "reveiw-below: 0.8", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("1 fault")).ToBeVisibleAsync();
        await page.KeepAsync("32-rubric-fault");
        await page.GetByRole(AriaRole.Link, new() { Name = "Line 14" }).ClickAsync();
        Assert.StartsWith("reveiw-below", await text.EvaluateAsync<string>("t => t.value.slice(t.selectionStart, t.selectionEnd)"),
            StringComparison.Ordinal);
        // Tab leaves the text: the keyboard is not caught in it.
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(text).Not.ToBeFocusedAsync();
        await text.FillAsync(right.Replace("review-below: 0.8", "review-below: 0.7", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("valid", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Graded answers" }).ClickAsync();
        await page.KeepAsync("33-rubric-answers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rehearsal" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Rehearse", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("How the answers fared")).ToBeVisibleAsync();
        await page.KeepAsync("37-rubric-rehearsal");
        await page.GetByRole(AriaRole.Link, new() { Name = "Changes and publishing" }).ClickAsync();
        await page.KeepAsync("34-rubric-changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish this version" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Published as version")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_student_checks_a_hand_in_on_a_phone()
    {
        await using var service = await RunningService.StartAsync();
        var course = await CourseSetup.FirstAsync(service);
        using var _ = course.Browser;
        var page = await chromium.OpenAsync(service.Address);
        await page.SetViewportSizeAsync(390, 844);

        await page.GotoAsync($"/check/{course.Assignment.Split('/')[^1]}");
        await page.KeepAsync("40-check-phone");
        await page.Locator("input[type=file]").SetInputFilesAsync(TestData.InRepository(
            "tests", "Data", "corpus", "intake", "files", "i01", "Brandt_11000001.zip"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Brandt-11000001.zip").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.KeepAsync("41-checked-phone");

        var overflow = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(overflow);
    }
}
