using AutoGrader.Application;
using AutoGrader.Application.Jobs;
using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Jobs;

/// <summary>The hands that pull in this process: as many for runs as the settings say, and one for what somebody waits for.</summary>
internal static class Hands
{
    // What a job may still finish when the service stops; then it goes back to the queue. Shorter than the host's patience.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddHands(this IServiceCollection services)
    {
        // One storage for each service, not for each process: tests run several.
        services.AddSingleton(provider => HandStorage.Create(provider.GetRequiredService<IOptions<AutoGraderOptions>>().Value));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseRecommendedSerializerSettings()
            .UseLogProvider(QuietLog.Provider));
        services.Replace(ServiceDescriptor.Singleton<IJobPoke, HangfirePoke>());
        // Before Hangfire, which starts when the application has started.
        services.AddHostedService<UpkeepService>();
        services.AddHangfireServer((provider, server) => Configure(provider, server, HangfirePoke.LiveQueue, workers: 1));
        services.AddHangfireServer((provider, server) => Configure(provider, server, HangfirePoke.BulkQueue,
            provider.GetRequiredService<IOptions<AutoGraderOptions>>().Value.Workers));
        return services;
    }

    private static void Configure(IServiceProvider provider, BackgroundJobServerOptions server, string queue, int workers)
    {
        // Hangfire's own choice is the one of the process, which is that of the service started last.
        server.Activator = new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>());
        server.ServerName = queue;
        server.Queues = [queue];
        server.WorkerCount = workers;
        server.StopTimeout = StopTimeout;
        server.ShutdownTimeout = ShutdownTimeout;
    }
}
