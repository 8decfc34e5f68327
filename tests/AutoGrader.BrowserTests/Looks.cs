using AutoGrader.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>Keeps a picture of a page, light and dark, and asks axe-core about both.</summary>
internal static class Looks
{
    private static readonly string Folder = TestData.InRepository("artifacts", "screenshots");

    public static async Task KeepAsync(this IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{scheme}.png".ToLowerInvariant()), FullPage = true });
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{name}, {scheme}: " + string.Join('\n', result.Violations.Select(v =>
                $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html))}")));
        }
    }
}
