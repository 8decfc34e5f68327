using System.CommandLine;
using System.Text.Json;
using AutoGrader.Application.Remarking;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder rubric effect</c>.</summary>
internal static class RubricEffectCommand
{
    public static Command Create(Terminal terminal)
    {
        var reference = new Argument<string>("RUBRIC")
        {
            Description = "A rubric file, the id of an imported rubric, or the beginning of a version's hash.",
        };
        var input = new Argument<string?>("INPUT")
        {
            Description = "What was graded. Default: what was graded last.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var run = new Option<Guid?>("--run") { Description = "In place of INPUT: a run of the service.", HelpName = "ID" };
        var language = SharedOptions.Language();
        var data = SharedOptions.Data();
        var json = SharedOptions.Json();
        var command = new Command(
            "effect", "Say what would change if what was graded were graded by this rubric. Opens no PDF and stores nothing.")
        {
            reference, input, run, language, data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var rubric = await RubricArgument.LookUpAsync(services, parsed.GetRequiredValue(reference), cancellationToken);
            var graded = parsed.GetValue(run) ?? (await services.GetRequiredService<FindGradedInput>()
                .ExecuteAsync(parsed.GetValue(input), rubricHash: null, cancellationToken)).RunId;
            var effect = await LookAheadAsync(
                services, new EffectRequest { Rubric = rubric.Version!, Answers = rubric.Answers, Runs = [graded] }, cancellationToken);
            var spoken = parsed.GetValue(language) ?? Language.English;
            if (!parsed.GetValue(json))
            {
                EffectText.Write(terminal, effect, spoken);
                return ExitCode.Done;
            }
            await using var output = terminal.OpenOutput();
            await JsonSerializer.SerializeAsync(output, EffectJson.Of(effect, spoken), MachineJson.Options, cancellationToken);
            output.WriteByte((byte)'\n');
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Effect> LookAheadAsync(IServiceProvider services, EffectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<PreviewEffect>().ExecuteAsync(request, cancellationToken);
        }
        catch (KeyNotFoundException unknown)
        {
            throw new UnusableInputException(unknown.Message, unknown);
        }
    }
}
