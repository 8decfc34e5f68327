using System.CommandLine;
using AutoGrader.Application.Rubrics;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder rubric test</c>.</summary>
internal static class RubricTestCommand
{
    public static Command Create(Terminal terminal)
    {
        var reference = new Argument<string>("RUBRIC")
        {
            Description = "A rubric file, the id of an imported rubric, or the beginning of a version's hash.",
        };
        var answers = new Option<string?>("--answers")
        {
            Description = "Graded answers (JSON lines: question, answer, points by criterion) to try the rubric on as well.",
            HelpName = "FILE",
        };
        var data = SharedOptions.Data();
        var json = SharedOptions.Json();
        var command = new Command(
            "test",
            "Try a rubric before students do: worked solution, examples, blanks, the copied question, known mistakes, loose keywords. "
                + "Exits with 0 where nothing is wrong, with 2 where something is; hints (what no answer rehearses) do not count.")
        {
            reference, answers, data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var rehearsed = await services.GetRequiredService<RehearseRubric>()
                .ExecuteAsync(parsed.GetRequiredValue(reference), parsed.GetValue(answers), cancellationToken);
            if (parsed.GetValue(json))
                await RehearsalJson.WriteAsync(terminal, rehearsed, cancellationToken);
            else
                RehearsalText.Write(terminal.Output, rehearsed);
            return rehearsed.Report.IsClean ? ExitCode.Done : ExitCode.NeedsPerson;
        });
        return command;
    }
}
