using System.Globalization;
using System.Text.RegularExpressions;
using AutoGrader.IntegrationTests.Web;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>
/// Follows every link that an instructor of a graded course can follow, one of each kind of address, so that no page is forgotten: none
/// has a violation that axe-core finds, in light or dark, none is wider than its window at twice the size, and none
/// makes the browser complain.
/// </summary>
public sealed partial class EveryPageTests(Chromium chromium, GradedCourse graded) : IClassFixture<Chromium>, IClassFixture<GradedCourse>
{
    private const int LeastPages = 18;

    // Files, Hangfire's own pages, what ends the session and what only sets a cookie.
    private static readonly string[] NotPages = ["/jobs", "/api/", "/health/", "/language/", "/assets/"];

    [Theory(Timeout = 10 * 60 * 1000)]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task Every_page_can_be_read_by_everybody(string language)
    {
        var page = await chromium.OpenAsync(graded.Service.Address, language);
        var (faults, visited) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        page.Console += (_, message) => faults.AddRange(
            message.Type == "error" && !IsExpected(message.Text) ? [$"{page.Url}: {message.Text}"] : Array.Empty<string>());
        await graded.Course.Browser.SubmitAsync(graded.Course.Course + "/rubrics", "/edit");
        await graded.Course.Browser.SubmitAsync(graded.Course.Assignment + "/review/next", "Note it", ("Text", "Please look."));
        await page.GotoAsync("/sign-in");
        await KeepAsync("sign-in");
        await SignInAsync(page);
        var waiting = new Queue<string>(
            ["/courses", "/account", "/error/404", "/invitation?secret=0", $"/check/{graded.Course.Assignment.Split('/')[^1]}"]);

        while (waiting.TryDequeue(out var address))
        {
            if (!visited.Add(KindOf(address)))
                continue;
            await page.GotoAsync(address);
            await KeepAsync(KindOf(address).Trim('/').Replace('/', '-'));
            foreach (var link in await LinksAsync(page))
                waiting.Enqueue(link);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(visited.Count >= LeastPages, string.Join(' ', visited));

        async Task KeepAsync(string name)
        {
            faults.AddRange(await page.LookAtAsync($"all-{language[..2]}-{name}"));
            await page.SetViewportSizeAsync(640, 400);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                faults.Add($"{page.Url} is wider than its window at twice the size.");
            await page.SetViewportSizeAsync(1280, 800);
        }
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator("input[type=email]").FillAsync(RunningService.EmailOf("Ada"));
        await page.Locator("input[type=password]").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/courses$"));
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>(
            "Array.from(document.querySelectorAll('a[href^=\"/\"]:not([download])'), a => a.getAttribute('href'))");
        return [.. links.Where(l => !NotPages.Any(p => l.StartsWith(p, StringComparison.Ordinal)) && !File().IsMatch(l))];
    }

    // Addresses that differ in ids and in what is chosen show the same page.
    private static string KindOf(string address)
    {
        var parts = address.Split('#')[0].Split('?', 2);
        var keys = parts.Skip(1).SelectMany(query => query.Split('&')).Select(q => q.Split('=')[0])
            .Where(k => k.Length > 0).Order(StringComparer.Ordinal);
        return Id().Replace(parts[0], "_") + string.Concat(keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"_{k}")));
    }

    // Pages about a fault have its status.
    private static bool IsExpected(string message) => message.Contains("status of 404", StringComparison.Ordinal);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|(?<=/review/)[^/]+")]
    private static partial Regex Id();

    [GeneratedRegex(@"\.(pdf|zip|csv|json|jsonl|ya?ml|svg|html)(\?|$)")]
    private static partial Regex File();
}
