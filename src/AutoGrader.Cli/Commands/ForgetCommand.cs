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
        var input = new Argument<string?>("INPUT")
        {
            Description = "The input as it was given to grade.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var assignment = new Option<Guid?>("--assignment")
        {
            Description = "In place of an input: an assignment of the service, by the id in the address of its page.",
            HelpName = "ID",
        };
        var participant = new Option<string?>("--participant")
        {
            Description = "The participant number (in plain folders: the file's path). Default: everybody in the input.",
            HelpName = "NUMBER",
        };
        var data = SharedOptions.Data();
        var command = new Command("forget", "Delete what is stored of a participant or of a whole input.")
        {
            input, assignment, participant, data,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(input) is null == given.GetValue(assignment) is null)
                given.AddError("Name either an input or, with --assignment, an assignment.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var request = new ForgetRequest(
                parsed.GetValue(input), parsed.GetValue(participant), Environment.UserName, parsed.GetValue(assignment));
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
