using System.Text.Json.Serialization;
using System.Text.Unicode;
using AutoGrader.Application;
using AutoGrader.Application.Moodle;
using AutoGrader.Web.Api;
using AutoGrader.Web.Assets;
using AutoGrader.Web.Assignments;
using AutoGrader.Web.Components;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Health;
using AutoGrader.Web.Hosting;
using AutoGrader.Web.Jobs;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Moodle;
using AutoGrader.Web.People;
using AutoGrader.Web.Review;
using AutoGrader.Web.Rubrics;
using AutoGrader.Web.Security;
using AutoGrader.Web.SelfCheck;
using AutoGrader.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace AutoGrader.Web;

/// <summary>
/// The service as a part of another program: the command line starts it, tests start it on a port of the loopback. It knows neither the
/// kind of the database nor how PDFs are opened; who builds it says both.
/// </summary>
public static class WebService
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    // A worksheet of a thousand participants with long comments.
    private const long FormBytes = 32 * 1024 * 1024;

    /// <summary>Builds the service; <c>RunAsync</c> of the result runs it until it is told to stop.</summary>
    /// <param name="configuration">All settings, in their order of precedence.</param>
    /// <param name="compose">Registers the use cases, the database and the worker.</param>
    /// <param name="console">Gets the few lines for the person who starts the service, such as the first person's link.</param>
    /// <exception cref="OptionsValidationException">Settings are wrong; the message says which.</exception>
    public static WebApplication Build(IConfiguration configuration, Action<IServiceCollection> compose, TextWriter console)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(WebService).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(Logs.DefaultLevels).AddConfiguration(configuration);
        builder.AddLogs();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Exports are larger; the endpoint that takes them raises the limit for itself.
            kestrel.Limits.MaxRequestBodySize = FormBytes;
        });
        builder.Services.AddSingleton(new ServiceConsole(console));
        AddServices(builder.Services, builder.Configuration, compose);
        var app = builder.Build();
        // Wrong settings are told now, not at the first request.
        _ = app.Services.GetRequiredService<IOptions<AutoGraderOptions>>().Value;
        Configure(app, app.Services.GetRequiredService<IOptions<WebOptions>>().Value);
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration, Action<IServiceCollection> compose)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section));
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        compose(services);
        services.AddRouting();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = AntiforgeryFilter.Header;
        });
        services.AddSignIn().AddOpenIdSignIn(configuration).AddApi();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddScoped<CourseScope>();
        services.AddScoped<FindRun>();
        services.AddHostedService<FirstStart>();
        services.AddSingleton<WarmDesk>();
        services.AddHostedService(p => p.GetRequiredService<WarmDesk>());
        services.AddSingleton<WarmChecks>();
        services.AddHostedService(p => p.GetRequiredService<WarmChecks>());
        services.AddHands();
        services.AddMoodle();
        services.AddHostedService<TransferService>();
        services.AddLanguages().AddRateLimits().AddHealth().AddServiceMetrics(configuration);
        services.AddProblemDetails();
        // Umlauts and formulas as they are, instead of as numbers that nobody can read in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // Whoever sets BehindProxy says that nobody but the proxy can reach the service.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
    }

    private static void Configure(WebApplication app, WebOptions options)
    {
        if (options.BehindProxy)
            app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders(Dashboard.Path);
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        // Programs get a status and no page.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true));
        app.Use(next => http => next(AskForErrorPage(http)));
        app.UseRouting();
        app.UseAuthentication();
        // What does not exist needs no sign-in. (A provider's answer is taken by the line above.)
        app.Use(next => http => http.GetEndpoint() is null ? Missing(http) : next(http));
        app.UseTokens();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<CourseGate>();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapHealth();
        app.MapLanguages();
        app.MapSignOut();
        app.MapAccount();
        app.MapOpenIdSignIn(options.OpenId);
        app.MapCourses();
        app.MapRubrics();
        app.MapExamples();
        app.MapUploads();
        app.MapRuns();
        app.MapSettings();
        app.MapSubmissionFiles();
        app.MapReleases();
        app.MapRemarking();
        app.MapMoodle();
        app.MapReview();
        app.MapNotes();
        app.MapSecondMarks();
        app.MapApi();
        app.MapSelfCheck();
        app.MapDashboard();
        app.MapRazorComponents<App>();
    }

    // What was posted and went wrong is shown by a page that is asked for, not posted to.
    private static HttpContext AskForErrorPage(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/error"))
            http.Request.Method = HttpMethods.Get;
        return http;
    }

    private static Task Missing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
