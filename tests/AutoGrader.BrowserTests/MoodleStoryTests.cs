using AutoGrader.IntegrationTests.Web;
using AutoGrader.IntegrationTests.Web.Moodle;
using AutoGrader.Testing;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>An instructor connects with Moodle, fetches, grades, compares and sends, in a real browser against a fake Moodle.</summary>
public sealed class MoodleStoryTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const float RunTimeout = 120_000;

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task An_instructor_connects_fetches_compares_and_sends()
    {
        await using var moodle = await FakeMoodle.StartAsync(FakeAssignment.From(
            TestData.InRepository("samples", "submissions.zip"), TestData.InRepository("samples", "worksheet.csv")));
        await using var service = await RunningService.StartAsync(moodle.Settings);
        var page = await chromium.OpenAsync(service.Address);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await OpenAsync(page, service);

        await page.KeepAsync("30-moodle-token");
        await page.GetByLabel("Your token").FillAsync(moodle.Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this token" }).ClickAsync();
        await page.KeepAsync("31-moodle-choose");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect with this one" }).ClickAsync();
        moodle.Functions.Remove("mod_assign_save_grade");
        await page.GetByRole(AriaRole.Link, new() { Name = "Test connection" }).ClickAsync();
        await page.KeepAsync("32-moodle-test");
        moodle.Functions.Add("mod_assign_save_grade");
        await FetchAsync(page, moodle);
        await GradeAsync(page);
        await SendAsync(page, moodle);
    }

    private static async Task OpenAsync(IPage page, RunningService service)
    {
        await page.GotoAsync(service.FirstLink);
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Choose a password").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "New course" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Image and Video Understanding");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make course" }).ClickAsync();
        await page.GotoAsync(page.Url + "/new-assignment");
        await page.GetByLabel("Title").FillAsync("Exercise sheet 5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make assignment" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Moodle", Exact = true }).ClickAsync();
    }

    private static async Task FetchAsync(IPage page, FakeMoodle moodle)
    {
        var gate = new TaskCompletionSource();
        var files = 0;
        moodle.Interfere = async call =>
        {
            if (call == "file" && ++files == 5)
                await gate.Task;
            return null;
        };
        await page.GetByRole(AriaRole.Button, new() { Name = "Fetch submissions" }).ClickAsync();
        await Assertions.Expect(page.GetByText("4 / 12")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.KeepAsync("33-moodle-fetching");
        gate.SetResult();
        await Assertions.Expect(page.GetByText("12 hand-ins of 13 participants are here.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.KeepAsync("34-moodle-fetched");
    }

    private static async Task GradeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "See what was fetched, and grade" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Grade now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "To the submissions" }))
            .ToBeVisibleAsync(new() { Timeout = RunTimeout });
        await page.GetByRole(AriaRole.Link, new() { Name = "Moodle", Exact = true }).ClickAsync();
    }

    private static async Task SendAsync(IPage page, FakeMoodle moodle)
    {
        var other = moodle.Assignment.Student("2318543");
        (other.HasRecord, other.Grade) = (true, 12.5m);
        moodle.Assignment.Student("2318540").IsLocked = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with Moodle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Compared, nothing sent")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.KeepAsync("35-moodle-compared");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to Moodle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("sent and confirmed,")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.KeepAsync("36-moodle-sent");
    }
}
