using System.CommandLine;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Cli.Review;
using AutoGrader.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder review</c>.</summary>
internal sealed class ReviewCommand
{
    private readonly Argument<string?> _input = new("INPUT")
    {
        Description = "What was graded. Default: what was graded last.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _rubric = SharedOptions.Rubric();
    private readonly Option<string?> _question = new("--question") { Description = "Only this question.", HelpName = "3.5" };
    private readonly Option<string?> _criterion = new("--criterion") { Description = "Only this criterion.", HelpName = "3.5a" };
    private readonly Option<bool> _list = new("--list") { Description = "Print the queue and decide nothing." };
    private readonly Option<bool> _blind = new("--blind") { Description = "Show numbers in place of participants and names." };
    private readonly Option<string?> _by = new("--by") { Description = "Who decides. Default: the user's name.", HelpName = "NAME" };
    private readonly Option<Language?> _language = SharedOptions.Language();
    private readonly Option<string?> _data = SharedOptions.Data();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Terminal _terminal;

    private ReviewCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var review = new ReviewCommand(terminal);
        var command = new Command(
            "review", "Decide what a person must decide, like answers together, what changes most first. Without a terminal: list it.")
        {
            review._input, review._rubric, review._question, review._criterion, review._list, review._blind, review._by,
            review._language, review._data, review._json,
        };
        command.SetAction(review.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = CommandServices.Create(parsed.GetValue(_data));
        var rubric = parsed.GetValue(_rubric) is { } named ? await RubricArgument.FindAsync(services, named, cancellationToken) : null;
        var run = await services.GetRequiredService<FindGradedInput>()
            .ExecuteAsync(parsed.GetValue(_input), rubric?.Hash, cancellationToken);
        var (question, criterion) = (parsed.GetValue(_question), parsed.GetValue(_criterion));
        var language = parsed.GetValue(_language) ?? Language.English;
        var list = await services.GetRequiredService<ListReview>().ExecuteAsync(run.RunId, question, criterion, cancellationToken);
        if (parsed.GetValue(_json))
        {
            await ReviewJson.WriteAsync(_terminal, list, parsed.GetValue(_blind), cancellationToken);
        }
        else if (parsed.GetValue(_list) || _terminal.Keyboard is not { } keyboard)
        {
            ReviewListing.Write(_terminal, list, language, parsed.GetValue(_blind));
        }
        else
        {
            var session = new ReviewSession(services, _terminal, keyboard, run, language)
            {
                Question = question,
                Criterion = criterion,
                IsBlind = parsed.GetValue(_blind),
                By = parsed.GetValue(_by) ?? Environment.UserName,
            };
            list = await session.RunAsync(cancellationToken);
        }
        return list.Open == 0 && list.HandIns.Count == 0 ? ExitCode.Done : ExitCode.NeedsPerson;
    }
}
