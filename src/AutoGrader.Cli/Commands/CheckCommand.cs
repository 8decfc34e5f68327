using System.CommandLine;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE.zip") { Description = "The ZIP that is to be handed in." };
        var rubric = SharedOptions.Rubric();
        var language = SharedOptions.Language();
        var command = new Command(
            "check",
            "Check a hand-in before it is handed in: rules, and what the machine reads. No points, no reference values, nothing stored.")
        {
            file, rubric, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(dataDirectory: null);
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(rubric), cancellationToken);
            var check = services.GetRequiredService<CheckHandIn>();
            var result = await check.ExecuteAsync(parsed.GetRequiredValue(file), version, cancellationToken);
            CheckReport.Write(terminal, result, parsed.GetValue(language) ?? result.Language);
            return result.HasProblems ? ExitCode.NeedsPerson : ExitCode.Done;
        });
        return command;
    }
}
