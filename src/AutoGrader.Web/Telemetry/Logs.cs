using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace AutoGrader.Web.Telemetry;

/// <summary>
/// Structured log lines on the error stream. Requests are told by the pattern of their route, never by their address: addresses hold
/// tokens of invitations, and file names hold names of students.
/// </summary>
internal static class Logs
{
    /// <summary>What is logged where the settings say nothing else: the service tells of its work, the framework only of trouble.</summary>
    public static IReadOnlyDictionary<string, string?> DefaultLevels { get; } = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:AutoGrader"] = "Information",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    };

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var asJson = builder.Configuration[$"{WebOptions.Section}:{nameof(WebOptions.LogFormat)}"] == "json";
        // The settings' section Logging says what is logged; Serilog only writes it.
        var logger = WriteTo(new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext(), asJson).CreateLogger();
        builder.Logging.ClearProviders().AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddProvider(new SerilogLoggerProvider(logger, dispose: true));
    }

    /// <summary>One line for each request that is not an asset or a look at the service's health.</summary>
    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("AutoGrader.Requests");
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (http, next) =>
        {
            var start = clock.GetTimestamp();
            await next(http);
            if (IsNoise(http.Request.Path))
                return;
            logger.Log(http.Response.StatusCode >= 500 ? LogLevel.Error : LogLevel.Information,
                "{Method} {Route} answered {Status} in {Milliseconds:0} ms", http.Request.Method, RouteOf(http), http.Response.StatusCode,
                clock.GetElapsedTime(start).TotalMilliseconds);
        });
    }

    private static LoggerConfiguration WriteTo(LoggerConfiguration configuration, bool asJson) => asJson
        ? configuration.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose)
        : configuration.WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
            formatProvider: System.Globalization.CultureInfo.InvariantCulture,
            standardErrorFromLevel: LogEventLevel.Verbose);

    private static bool IsNoise(PathString path) => path.StartsWithSegments("/assets") || path.StartsWithSegments("/health");

    private static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no page)";
}
