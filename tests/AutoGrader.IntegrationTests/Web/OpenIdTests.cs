using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Sign-in by a provider's account.</summary>
public sealed class OpenIdTests
{
    [Fact]
    public async Task An_invited_person_comes_in_by_the_providers_account_and_again_without_a_link()
    {
        await using var provider = await FakeProvider.StartAsync("Grace");
        await using var service = await StartAsync(provider);
        using var first = service.OpenBrowser();
        using var later = service.OpenBrowser();
        var secret = service.FirstLink.Split("secret=")[1];

        var invited = await first.GetAsync(service.FirstLink);
        var inside = await first.GetAsync("/sign-in/provider?secret=" + secret);
        var again = await later.GetAsync("/sign-in/provider?back=/account");

        Assert.Contains("University account", invited.Text, StringComparison.Ordinal);
        Assert.Equal("/courses", inside.Address.AbsolutePath);
        Assert.Equal("/account", again.Address.AbsolutePath);
        Assert.Contains("Grace", again.Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        var person = await context.Users.SingleAsync();
        Assert.Null(person.PasswordHash);
        Assert.True(person.IsAdministrator);
    }

    [Fact]
    public async Task An_account_there_alone_opens_nothing_here_even_with_a_known_address()
    {
        await using var provider = await FakeProvider.StartAsync("Ada");
        await using var service = await StartAsync(provider);
        using var owner = service.OpenBrowser();
        await owner.RegisterAsync(service.FirstLink, "Ada");
        using var other = service.OpenBrowser();

        var refused = await other.GetAsync("/sign-in/provider");

        Assert.Equal("/sign-in", refused.Address.AbsolutePath);
        Assert.Contains("You have no account here yet", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await other.GetAsync("/courses")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Who_is_signed_in_with_a_password_links_the_providers_account_and_takes_it_away()
    {
        await using var provider = await FakeProvider.StartAsync("Grace");
        await using var service = await StartAsync(provider);
        using var owner = service.OpenBrowser();
        await owner.RegisterAsync(service.FirstLink, "Ada");
        using var later = service.OpenBrowser();

        var linked = await LinkAsync(owner);
        var inside = await later.GetAsync("/sign-in/provider?back=/account");
        await owner.SubmitAsync("/account", "/remove");
        using var last = service.OpenBrowser();
        var outside = await last.GetAsync("/sign-in/provider");

        Assert.Equal("/account", linked.Address.AbsolutePath);
        Assert.Contains("sign in with either", linked.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Ada</h1>", inside.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", outside.Address.AbsolutePath);
        await using var context = await service.OpenAsync();
        Assert.Equal(["person.link", "person.unlink"],
            await context.Audit.Where(a => a.Action.StartsWith("person.")).OrderBy(a => a.At).Select(a => a.Action)
                .Where(a => a.EndsWith("link")).ToListAsync());
    }

    [Fact]
    public async Task An_account_that_is_somebody_elses_here_and_a_link_without_its_token_are_refused()
    {
        await using var provider = await FakeProvider.StartAsync("Grace");
        await using var service = await StartAsync(provider);
        using var grace = service.OpenBrowser();
        await grace.GetAsync("/sign-in/provider?secret=" + service.FirstLink.Split("secret=")[1]);
        var course = await CourseSetup.CreateAsync(grace, "Vision");
        using var ada = service.OpenBrowser();
        await ada.RegisterAsync(await course.InviteAsync("Tutor"), "Ada");

        var forged = await ada.GetAsync("/account/provider");
        var taken = await LinkAsync(ada);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("linked already", taken.Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        Assert.Single(await context.UserLogins.ToListAsync());
    }

    private static async Task<Page> LinkAsync(Browser browser)
    {
        var page = await browser.GetAsync("/account");
        var address = System.Text.RegularExpressions.Regex.Match(page.Text, "href=\"(/account/provider[^\"]*)\"").Groups[1].Value;
        return await browser.GetAsync(System.Net.WebUtility.HtmlDecode(address));
    }

    private static Task<RunningService> StartAsync(FakeProvider provider) => RunningService.StartAsync(
        ("AutoGrader:Web:OpenId:Authority", provider.Address), ("AutoGrader:Web:OpenId:ClientId", "autograder"));
}
