using System.CommandLine;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Comparison;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder rubric diff</c>.</summary>
internal static class RubricDiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = Reference("BEFORE");
        var after = Reference("AFTER");
        var data = SharedOptions.Data();
        var json = SharedOptions.Json();
        var language = SharedOptions.Language();
        var command = new Command(
            "diff",
            "Tell what differs between two rubrics in meaning: points, texts, formulas, phrases. Layout and comments make no difference.")
        {
            before, after, json, language, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var from = await RubricArgument.FindAsync(services, parsed.GetRequiredValue(before), cancellationToken);
            var to = await RubricArgument.FindAsync(services, parsed.GetRequiredValue(after), cancellationToken);
            var changes = RubricDiff.Between(from.Rubric, to.Rubric);
            if (parsed.GetValue(json))
                await RubricDiffOutput.WriteJsonAsync(terminal, from, to, changes, cancellationToken);
            else
                RubricDiffOutput.WriteText(terminal.Output, changes, parsed.GetValue(language) ?? Language.English);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Reference(string name) =>
        new(name) { Description = "A rubric file, the id of an imported rubric, or the beginning of a version's hash." };
}
