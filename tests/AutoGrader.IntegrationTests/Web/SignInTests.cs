using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>Who gets in, and who does not.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task The_first_start_prints_a_link_that_lets_the_first_person_in_once()
    {
        await using var service = await RunningService.StartAsync();
        using var first = service.OpenBrowser();
        using var second = service.OpenBrowser();

        var page = await first.RegisterAsync(service.FirstLink, "Ada");

        Assert.Equal("/courses", page.Address.AbsolutePath);
        Assert.Contains("Ada", page.Text, StringComparison.Ordinal);
        Assert.Contains("no longer works", (await second.GetAsync(service.FirstLink)).Text, StringComparison.Ordinal);
        await using var context = await service.OpenAsync();
        Assert.True((await context.Users.SingleAsync()).IsAdministrator);
        Assert.Contains(await context.Audit.ToListAsync(), a => a.Action == "invitation.accept");
        Assert.NotEmpty(await context.Rubrics.ToListAsync());
    }

    [Fact]
    public async Task Pages_send_strangers_to_the_sign_in_and_back_afterwards()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();
        await browser.RegisterAsync(service.FirstLink, "Ada");
        await browser.SubmitAsync("/courses", "/sign-out");

        var asked = await browser.GetAsync("/courses");
        var wrong = await browser.SubmitAsync(asked, "sign-in", ("Form.Email", RunningService.EmailOf("Ada")), ("Form.Password", "wrong"));
        var right = await browser.SubmitAsync(
            asked, "sign-in", ("Form.Email", RunningService.EmailOf("Ada")), ("Form.Password", RunningService.Password));

        Assert.Equal("/sign-in", asked.Address.AbsolutePath);
        Assert.Contains("do not fit", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/courses", right.Address.AbsolutePath);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();
        await browser.RegisterAsync(service.FirstLink, "Ada");
        await browser.SubmitAsync("/courses", "/sign-out");

        for (var attempt = 0; attempt < 5; attempt++)
            await browser.SubmitAsync("/sign-in", "sign-in", ("Form.Email", RunningService.EmailOf("Ada")), ("Form.Password", "wrong"));
        var right = await browser.SubmitAsync(
            "/sign-in", "sign-in", ("Form.Email", RunningService.EmailOf("Ada")), ("Form.Password", RunningService.Password));

        Assert.Contains("do not fit", right.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_attempts_of_one_address_are_refused()
    {
        await using var service = await RunningService.StartAsync(("AutoGrader:Web:SignInsPerMinute", "3"));
        using var browser = service.OpenBrowser();

        for (var attempt = 0; attempt < 3; attempt++)
            await browser.SubmitAsync("/sign-in", "sign-in", ("Form.Email", "a@example.org"), ("Form.Password", "wrong"));
        var refused = await browser.SubmitAsync("/sign-in", "sign-in", ("Form.Email", "a@example.org"), ("Form.Password", "wrong"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Too many attempts", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();
        await browser.RegisterAsync(service.FirstLink, "Ada");

        var answer = await browser.Client.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/courses", (await browser.GetAsync("/courses")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Logs_hold_neither_secrets_nor_names()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();

        await browser.RegisterAsync(service.FirstLink, "Ada");

        var lines = string.Join('\n', service.Logs.AtLeast(LogLevel.Information)
            .Where(l => l.StartsWith("AutoGrader", StringComparison.Ordinal)));
        Assert.Contains("/invitation", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("secret=", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", lines, StringComparison.Ordinal);
    }
}
