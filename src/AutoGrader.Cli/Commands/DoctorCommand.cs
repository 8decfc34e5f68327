using System.CommandLine;
using AutoGrader.Application;
using AutoGrader.Application.Maintenance;
using AutoGrader.Cli.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var repair = new Option<bool>("--repair") { Description = "Mend what can be mended without loss." };
        var data = SharedOptions.Data();
        var command = new Command("doctor", "Look for what a killed process or a lost disk leaves in the data folder.") { repair, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var findings = await services.GetRequiredService<Doctor>().ExecuteAsync(parsed.GetValue(repair), cancellationToken);
            foreach (var finding in findings)
                await terminal.Output.WriteLineAsync($"{finding.Code}: {finding.Text}{(finding.Repaired ? " (mended)" : "")}");
            if (findings.Count == 0)
                await terminal.Output.WriteLineAsync("Everything is in order.");
            await terminal.Output.WriteLineAsync(services.GetRequiredService<IOptions<AutoGraderOptions>>().Value.Judge.Notice);
            return findings.All(f => f.Repaired) ? ExitCode.Done : ExitCode.NeedsPerson;
        });
        return command;
    }
}
