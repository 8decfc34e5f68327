using System.CommandLine;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using AutoGrader.Core.Computations;
using AutoGrader.Documents.Intake;

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
        var question = new Option<string?>("--question") { Description = "Only this question, such as 3.4.", HelpName = "ID" };
        var command = new Command("reference", "Recompute the reference answers of a rubric, step by step.")
        {
            rubric, question, language, data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(rubric), cancellationToken);
            var answers = Choose(ReferenceAnswer.All(version.Rubric), parsed.GetValue(question));
            if (parsed.GetValue(json))
                await ReferenceJson.WriteAsync(terminal, answers, cancellationToken);
            else
                ReferenceText.Write(terminal.Output, version, answers, parsed.GetValue(language) ?? Language.English);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ReferenceAnswer> Choose(IReadOnlyList<ReferenceAnswer> answers, string? question)
    {
        if (question is null)
            return answers;
        return answers.FirstOrDefault(answer => answer.QuestionId == question) is { } chosen
            ? [chosen]
            : throw new UnusableInputException(
                $"Nothing is computed for a question '{question}'. Computed are: {string.Join(", ", answers.Select(a => a.QuestionId))}.");
    }
}
