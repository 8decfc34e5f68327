using AutoGrader.Application.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Moodle;

/// <summary>Registers the direct connection with Moodle. Only the service has it, and only where a site is named in the settings.</summary>
public static class MoodleServices
{
    /// <summary>Registers it. The host adds data protection.</summary>
    public static IServiceCollection AddMoodle(this IServiceCollection services)
    {
        services.AddHttpClient(MoodleClient.HttpName)
            // Addresses of files hold the token, and so might those that a site sends requests on to.
            .RemoveAllLoggers()
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 64 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.TryAddSingleton<MoodleClient>();
        services.TryAddSingleton<MoodleApi>();
        services.TryAddSingleton<TokenSafe>();
        services.TryAddSingleton<OpenMoodle>();
        services.TryAddSingleton<MoodleTransfers>();
        services.TryAddSingleton<TransferSignal>();
        services.TryAddSingleton<FetchSubmissions>();
        services.TryAddSingleton<OpenPush>();
        services.TryAddSingleton<ComparePush>();
        services.TryAddSingleton<SendResult>();
        services.TryAddSingleton<SendPush>();
        services.TryAddSingleton<DisconnectMoodle>();
        services.TryAddSingleton<WriteReceipts>();
        // Their parts are internal, so their constructors are, and the container only sees public ones.
        services.TryAddSingleton(p => new TestMoodle(p.GetRequiredService<OpenMoodle>(), p.GetRequiredService<MoodleApi>()));
        services.TryAddSingleton(p => new ListMoodleAssignments(p.GetRequiredService<OpenMoodle>(), p.GetRequiredService<MoodleApi>()));
        services.TryAddSingleton(p => new ChooseMoodleAssignment(
            p.GetRequiredService<Database>(), p.GetRequiredService<OpenMoodle>(), p.GetRequiredService<MoodleApi>(),
            p.GetRequiredService<AuditTrail>()));
        services.TryAddSingleton(p => new ConnectMoodle(
            p.GetRequiredService<Database>(), p.GetRequiredService<TestMoodle>(), p.GetRequiredService<TokenSafe>(),
            p.GetRequiredService<IOptions<AutoGraderOptions>>(), p.GetRequiredService<AuditTrail>(), p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(p => new StartTransfer(
            p.GetRequiredService<Database>(), p.GetRequiredService<TransferSignal>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IdGenerator>()));
        services.TryAddSingleton(p => new ApprovePush(
            p.GetRequiredService<Database>(), p.GetRequiredService<TransferSignal>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(p => new WorkOnTransfers(
            p.GetRequiredService<MoodleTransfers>(), p.GetRequiredService<TransferSignal>(), p.GetRequiredService<FetchSubmissions>(),
            p.GetRequiredService<ComparePush>(), p.GetRequiredService<SendPush>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<WorkOnTransfers>>()));
        return services;
    }
}
