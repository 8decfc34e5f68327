using System.CommandLine;
using AutoGrader.Application.Jobs;
using AutoGrader.Cli.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder worker</c>: grades what the service has to grade, without its pages; on any number of machines.</summary>
internal static class WorkerCommand
{
    public static Command Create(Terminal terminal)
    {
        var untilIdle = new Option<bool>("--until-idle") { Description = "End when nothing is left to do." };
        var data = SharedOptions.Data();
        var command = new Command("worker", "Grade what the service has to grade, without its pages; on as many machines as you like.")
        {
            untilIdle, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            await terminal.Error.WriteLineAsync("Working. To stop: Ctrl-C; what is in work then waits for the next worker.");
            await services.GetRequiredService<LedgerWorker>().ExecuteAsync(parsed.GetValue(untilIdle), cancellationToken);
            return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
        });
        return command;
    }
}
