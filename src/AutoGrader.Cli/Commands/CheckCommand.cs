using System.CommandLine;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core.Rubrics;
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
        var json = SharedOptions.Json();
        var command = new Command(
            "check",
            "Check a hand-in before it is handed in: rules, and what the machine reads. No points, no reference values, nothing stored.")
        {
            file, rubric, language, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(dataDirectory: null);
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(rubric), cancellationToken);
            var check = services.GetRequiredService<CheckHandIn>();
            var result = await check.ExecuteAsync(parsed.GetRequiredValue(file), null, version.Rubric.PublicOutline(), cancellationToken);
            var words = parsed.GetValue(language) ?? result.Language;
            if (parsed.GetValue(json))
                await CheckReport.WriteJsonAsync(terminal, result, words, cancellationToken);
            else
                CheckReport.Write(terminal, result, words);
            return result.HasProblems ? ExitCode.NeedsPerson : ExitCode.Done;
        });
        return command;
    }
}
