using AutoGrader.Application.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace AutoGrader.Web.Telemetry;

/// <summary>Metrics over OTLP, where somebody receives them.</summary>
internal static class Metrics
{
    public static IServiceCollection AddServiceMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<MeasureService>();
        if (configuration[$"{WebOptions.Section}:{nameof(WebOptions.OtlpEndpoint)}"] is not { Length: > 0 } endpoint)
            return services;
        services.AddHostedService(p => p.GetRequiredService<MeasureService>());
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServiceMeter.Name, JobMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(exporter => exporter.Endpoint = new Uri(endpoint)));
        return services;
    }
}
