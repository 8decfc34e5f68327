using AutoGrader.IntegrationTests.Web;
using AutoGrader.Testing;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>The tutor's whole story in a real browser on a real export, with pictures of every page.</summary>
public sealed class TutorStoryTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const float RunTimeout = 120_000;

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task A_tutor_uploads_watches_reads_and_releases()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address);
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };

        await page.GotoAsync("/");
        await page.KeepAsync("01-start");
        await RegisterAsync(page, service.FirstLink);
        await page.KeepAsync("03-courses-empty");
        await MakeCourseAsync(page);
        await UploadAsync(page);
        await GradeAsync(page);
        await ReadAsync(page);
        await ReviewAsync(page);
        await SecondMarkAsync(page);
        await ReleaseAsync(page);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_German_browser_gets_German_pages()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address, "de-DE");

        await page.GotoAsync("/sign-in");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" })).ToBeVisibleAsync();
        await page.KeepAsync("20-sign-in-german");
    }

    [Fact]
    public async Task A_page_stays_readable_at_twice_the_size()
    {
        await using var service = await RunningService.StartAsync();
        var page = await chromium.OpenAsync(service.Address);

        // A window of half the width is what remains at 200 %.
        await page.SetViewportSizeAsync(640, 400);
        await page.GotoAsync(service.FirstLink);

        var overflow = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(overflow);
        await page.KeepAsync("21-twice-the-size");
    }

    private static async Task RegisterAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.KeepAsync("02-invitation");
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Choose a password").FillAsync(RunningService.Password);
        // By keyboard alone.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/courses$"));
    }

    private static async Task MakeCourseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New course" }).ClickAsync();
        await page.KeepAsync("04-new-course");
        await page.GetByLabel("Name").FillAsync("Image and Video Understanding");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make course" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        await Assertions.Expect(page.GetByText("/invitation?secret=")).ToBeVisibleAsync();
        await page.KeepAsync("05-people");
        await page.GotoAsync(page.Url.Split("/people")[0] + "/new-assignment");
        await page.KeepAsync("06-new-assignment");
        await page.GetByLabel("Title").FillAsync("Exercise sheet 5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make assignment" }).ClickAsync();
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.KeepAsync("07-upload");
        await page.GetByLabel("Export:").SetInputFilesAsync(TestData.InRepository("samples", "submissions.zip"));
        await page.GetByLabel("Worksheet:").SetInputFilesAsync(TestData.InRepository("samples", "worksheet.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Grade now" })).ToBeVisibleAsync();
        await page.KeepAsync("08-preview");
    }

    private static async Task GradeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Grade now" }).ClickAsync();
        await page.KeepAsync("09-run");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "To the submissions" }))
            .ToBeVisibleAsync(new() { Timeout = RunTimeout });
        await page.KeepAsync("10-run-finished");
    }

    private static async Task ReadAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "To the submissions" }).ClickAsync();
        await page.KeepAsync("11-submissions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Needs a person" }).ClickAsync();
        await page.Locator("tbody th a").First.ClickAsync();
        await Assertions.Expect(page.Locator("iframe")).ToBeVisibleAsync();
        await page.KeepAsync("12-submission");
        await page.GetByRole(AriaRole.Link, new() { Name = "Give points" }).ClickAsync();
        await page.KeepAsync("22-points");
        await page.GoBackAsync();
    }

    private static async Task ReviewAsync(IPage page)
    {
        await page.GotoAsync(page.Url.Split("/submissions")[0] + "/review");
        await page.KeepAsync("15-queue");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start reviewing" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sheet img").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".sheet img").First)
            .ToHaveJSPropertyAsync("complete", true, new() { Timeout = RunTimeout });
        await page.KeepAsync("16-case");
        // Keys alone: forward, back, the second level, and all taken back.
        await PressAndFollowAsync(page, "j");
        await PressAndFollowAsync(page, "k");
        await NoteAsync(page);
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.GetByText("Decided.")).ToBeVisibleAsync();
        await page.KeepAsync("17-decided");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.GetByText("Taken back for 1")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide names" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start reviewing" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sheet")).ToHaveCountAsync(0);
        await page.KeepAsync("18-case-blind");
    }

    // A note for others: the key leads to the field, where letters are letters; Escape leaves it.
    private static async Task NoteAsync(IPage page)
    {
        var address = page.Url;
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Is j the row here? Another tutor please look.");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Noted.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Another tutor please look.").First).ToBeVisibleAsync();
        await page.KeepAsync("25-case-with-note");
        await page.GotoAsync(address.Split("/review")[0] + "/review");
        await page.KeepAsync("26-queue-with-note");
        await page.GetByRole(AriaRole.Link, new() { Name = "Answers with notes" }).ClickAsync();
        await page.KeepAsync("27-notes");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/review/", StringComparison.Ordinal));
    }

    private static async Task SecondMarkAsync(IPage page)
    {
        await page.GotoAsync(page.Url.Split("/review")[0] + "/second");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw" }).ClickAsync();
        await Assertions.Expect(page.GetByText("answers drawn")).ToBeVisibleAsync();
        for (var answer = 0; answer < 3; answer++)
        {
            await page.GotoAsync(page.Url.Split("/second")[0] + "/second/next");
            foreach (var criterion in await page.Locator("fieldset").AllAsync())
                await criterion.GetByRole(AriaRole.Radio).First.CheckAsync();
            if (answer == 0)
                await page.KeepAsync("24-second-mark");
            await page.GetByRole(AriaRole.Button, new() { Name = "Mark", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByText("Marked.")).ToBeVisibleAsync();
        }
        await page.GotoAsync(page.Url.Split("/second")[0] + "/second");
        await page.KeepAsync("23-double-marking");
        await page.GotoAsync(page.Url.Split("/second")[0] + "/review");
    }

    // A key that is pressed while the next page loads is nobody's.
    private static async Task PressAndFollowAsync(IPage page, string key)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(address => address != before);
    }

    private static async Task ReleaseAsync(IPage page)
    {
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GotoAsync(page.Url.Split("/review")[0] + "/statistics");
        await page.KeepAsync("19-statistics");
        await page.GotoAsync(page.Url.Split("/statistics")[0] + "/release");
        await page.KeepAsync("13-release");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make files" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "worksheet.csv" }).ClickAsync());
        await page.GetByLabel("Download the worksheet anew").SetInputFilesAsync(await download.PathAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.GetByText("marks are in Moodle as decided")).ToBeVisibleAsync();
        await page.KeepAsync("14-release-compared");
    }
}
