using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>Debian's Chromium, driven by Playwright. Nothing is downloaded: without one the tests are skipped, and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Debians = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Executable =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), Debians }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        // Tests run in containers, as root, where Chromium's own sandbox cannot be set up. They open our own pages only.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>A new person at a screen; the test is skipped where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(Uri service, string language = "en-GB")
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium: install Debian's package chromium, or set CHROMIUM to its path.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = service.ToString(),
            Locale = language,
            ViewportSize = new() { Width = 1280, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
