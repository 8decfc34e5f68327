using System.Net;
using AutoGrader.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>What holds for every page: headers, languages, friendly errors, health.</summary>
public sealed class BasicsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/health/ready")]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_guessed_types(string address)
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();

        var headers = (await browser.GetAsync(address)).Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.True(headers.CacheControl?.NoStore);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_explained_in_the_browsers_language()
    {
        await using var service = await RunningService.StartAsync();
        using var german = new Browser(service.Address, "de-DE,de;q=0.9");

        var page = await german.GetAsync("/gibt-es-nicht");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Diese Seite gibt es nicht", page.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_language_outlives_the_request_and_leads_to_no_foreign_address()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();

        var page = await browser.GetAsync("/language/de?back=https://elsewhere.example/");

        Assert.Equal(service.Address.Authority, page.Address.Authority);
        Assert.Contains("<html lang=\"de\"", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_names_database_worker_and_disk()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.OpenBrowser();

        var ready = await browser.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Contains("\"database\":\"Healthy\",\"worker\":\"Healthy\",\"disk\":\"Healthy\"", ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_not_ready()
    {
        await using var service = await RunningService.StartAsync(("AutoGrader:Web:FreeMebibytes", "2000000000"));
        using var browser = service.OpenBrowser();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public void Wrong_settings_are_told_before_the_service_starts()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AutoGrader:Web:LogFormat", "xml"), new("AutoGrader:Web:SessionHours", "0")]).Build();

        var fault = Assert.Throws<OptionsValidationException>(
            () => WebService.Build(settings, services => services.AddLogging(), TextWriter.Null));

        Assert.Contains("LogFormat", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SessionHours", fault.Message, StringComparison.Ordinal);
    }
}
