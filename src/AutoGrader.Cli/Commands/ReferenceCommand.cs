using System.CommandLine;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using AutoGrader.Core.Computations;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder reference</c>.</summary>
internal static class ReferenceCommand
{
    public static Command Create(Terminal terminal)
    {
        var rubric = SharedOptions.Rubric();
        var language = SharedOptions.Language();
        var data = SharedOptions.Data();
        var json = SharedOptions.Json();
        var command = new Command("reference", "Recompute the reference answers of a rubric, step by step.")
        {
            rubric, language, data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(rubric), cancellationToken);
            var answers = ReferenceAnswer.All(version.Rubric);
            if (parsed.GetValue(json))
                await ReferenceJson.WriteAsync(terminal, answers, cancellationToken);
            else
                ReferenceText.Write(terminal.Output, version, answers, parsed.GetValue(language) ?? Language.English);
            return ExitCode.Done;
        });
        return command;
    }
}
