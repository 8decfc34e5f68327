using System.CommandLine;
using System.Globalization;
using AutoGrader.Application.Maintenance;
using AutoGrader.Cli.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder forget</c>.</summary>
internal static class ForgetCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT") { Description = "The input as it was given to grade." };
        var participant = new Option<string?>("--participant")
        {
            Description = "The participant number (in plain folders: the file's path). Default: everybody in the input.",
            HelpName = "NUMBER",
        };
        var data = SharedOptions.Data();
        var command = new Command("forget", "Delete what is stored of a participant or of a whole input.") { input, participant, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var request = new ForgetRequest(parsed.GetRequiredValue(input), parsed.GetValue(participant), Environment.UserName);
            var result = await services.GetRequiredService<Forget>().ExecuteAsync(request, cancellationToken);
            await terminal.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Forgotten: {result.Submissions} submissions, {result.Readings} readings, {result.Artifacts} files. "
                    + $"Input and output folders are untouched."));
            return result.Submissions > 0 ? ExitCode.Done : ExitCode.NothingDone;
        });
        return command;
    }
}
