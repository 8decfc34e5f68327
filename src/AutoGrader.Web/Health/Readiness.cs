using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Health;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var opened = await database.OpenAsync(cancellationToken);
        return await opened.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}

/// <summary>Whether reports can be read: a worker process starts and answers.</summary>
internal sealed class WorkerHealth(IPdfWorker worker, IOptions<AutoGraderOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await worker.PrepareAsync(options.Value.ReadLimits, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PdfWorkerUnavailableException fault)
        {
            return HealthCheckResult.Unhealthy("No report can be read.", fault);
        }
    }
}

/// <summary>Whether there is room for uploads.</summary>
internal sealed class DiskHealth(Database database, IOptions<WebOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(database.DataDirectory);
        var free = new DriveInfo(database.DataDirectory).AvailableFreeSpace / 1024 / 1024;
        return Task.FromResult(free >= options.Value.FreeMebibytes
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The disk of the data is nearly full."));
    }
}
