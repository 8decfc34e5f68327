using AutoGrader.Application;
using AutoGrader.Application.Moodle;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Moodle;

/// <summary>Works on transfers as long as the service runs, where there is a Moodle to talk to.</summary>
internal sealed class TransferService(WorkOnTransfers work, IOptions<AutoGraderOptions> options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Moodle.IsOn ? work.RunAsync(stoppingToken) : Task.CompletedTask;
}
