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

    private static Task<RunningService> StartAsync(FakeProvider provider) => RunningService.StartAsync(
        ("AutoGrader:Web:OpenId:Authority", provider.Address), ("AutoGrader:Web:OpenId:ClientId", "autograder"));
}
