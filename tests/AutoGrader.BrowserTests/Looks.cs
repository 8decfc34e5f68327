using AutoGrader.Testing;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>Keeps a picture of a page, light and dark, and asks axe-core about both.</summary>
internal static class Looks
{
    private static readonly string Folder = TestData.InRepository("artifacts", "screenshots");

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task KeepAsync(this IPage page, string name) => Assert.Empty(await page.LookAtAsync(name));

    /// <summary>Keeps the pictures, and returns what axe-core finds.</summary>
    public static async Task<IReadOnlyList<string>> LookAtAsync(this IPage page, string name)
    {
        var found = new List<string>();
        Directory.CreateDirectory(Folder);
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{scheme}.png".ToLowerInvariant()), FullPage = true });
            found.AddRange((await page.ViolationsAsync()).Select(violation => $"{name}, {scheme}: {violation}"));
        }
        return found;
    }

    // Run by hand in the page itself: a frame that shows a PDF is the browser's, and never answers.
    private static async Task<string[]> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { iframes: false })).violations
                .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join("; ")}`)
            """);
    }
}
