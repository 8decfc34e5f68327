using AutoGrader.IntegrationTests.Web;
using Microsoft.Playwright;

namespace AutoGrader.BrowserTests;

/// <summary>Linking the university account in a real browser, which holds pages to their content security policy.</summary>
public sealed class ProviderLinkTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_way_to_the_provider_and_back_is_open()
    {
        await using var provider = await FakeProvider.StartAsync("Grace");
        await using var service = await RunningService.StartAsync(
            ("AutoGrader:Web:OpenId:Authority", provider.Address), ("AutoGrader:Web:OpenId:ClientId", "autograder"));
        var page = await chromium.OpenAsync(service.Address);
        await page.GotoAsync(service.FirstLink);
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Choose a password").FillAsync(RunningService.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Lovelace" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Link it" }).ClickAsync();

        await Assertions.Expect(page.GetByText("sign in with either")).ToBeVisibleAsync();
        await page.KeepAsync("38-account-linked");
    }
}
