using System.Globalization;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AutoGrader.Cli.Review;

/// <summary>A person deciding at the terminal, key by key. Every decision is stored at once; quitting loses nothing.</summary>
internal sealed class ReviewSession(IServiceProvider services, Terminal terminal, IKeyboard keyboard, GradedInput run, Language language)
{
    private const string Help =
        "1-9 give these points · Enter accept the suggestion · g whole group or only this · n reason · s skip · u undo · q quit · ? help";

    private readonly IAnsiConsole _console = terminal.OutputConsole();
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private readonly Stack<Guid> _decisions = [];
    private bool _isWholeGroup = true;
    private string _reason = "";

    /// <summary>Only this question; <c>null</c> for all.</summary>
    public string? Question { get; init; }

    /// <summary>Only this criterion; <c>null</c> for all.</summary>
    public string? Criterion { get; init; }

    /// <summary>Whether students stay unknown.</summary>
    public required bool IsBlind { get; init; }

    /// <summary>Who decides.</summary>
    public required string By { get; init; }

    /// <summary>Decides until nothing is left or the person quits.</summary>
    /// <returns>What is still open.</returns>
    public async Task<ReviewList> RunAsync(CancellationToken cancellationToken)
    {
        var page = new ReviewPage(_console, language, IsBlind);
        while (true)
        {
            var list = await services.GetRequiredService<ListReview>().ExecuteAsync(run.RunId, Question, Criterion, cancellationToken);
            var next = list.Groups.FirstOrDefault(g => !_skipped.Contains(g.Key));
            _console.MarkupLine($"[dim]{Markup.Escape(ReviewListing.Summary(list))}[/]");
            if (next is null)
                return Finish(list);
            // Where somebody else has just decided it, the next look at the list no longer holds it.
            if (await services.GetRequiredService<ShowReview>().ExecuteAsync(run.RunId, next.Key, cancellationToken) is not { } item)
                continue;
            page.Show(item, _isWholeGroup);
            if (!await AnswerAsync(item, page, cancellationToken))
                return Finish(list);
        }
    }

    /// <returns>Whether to go on.</returns>
    private async Task<bool> AnswerAsync(ReviewCase item, ReviewPage page, CancellationToken cancellationToken)
    {
        while (true)
        {
            _console.MarkupLine($"[dim]{Help}[/]");
            cancellationToken.ThrowIfCancellationRequested();
            var key = keyboard.ReadKey();
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    await DecideAsync(item, item.Group.Suggestion, cancellationToken);
                    return true;
                case { KeyChar: >= '1' and <= '9' } when key.KeyChar - '1' < item.Levels.Count:
                    await DecideAsync(item, item.Levels[key.KeyChar - '1'].Points, cancellationToken);
                    return true;
                case { KeyChar: 'g' } when item.Members.Count > 1:
                    _isWholeGroup = !_isWholeGroup;
                    page.Show(item, _isWholeGroup);
                    break;
                case { KeyChar: 'n' }:
                    _console.Markup("Reason (students may read it): ");
                    _reason = keyboard.ReadLine()?.Trim() ?? "";
                    break;
                case { KeyChar: 's' }:
                    _skipped.Add(item.Group.Key);
                    return true;
                case { KeyChar: 'u' }:
                    await UndoAsync(cancellationToken);
                    return true;
                case { KeyChar: 'q' }:
                    return false;
            }
        }
    }

    private async Task DecideAsync(ReviewCase item, Points points, CancellationToken cancellationToken)
    {
        var members = _isWholeGroup ? item.Members : [item.Members[0]];
        var request = new DecideRequest
        {
            RunId = run.RunId,
            CriterionId = item.Group.CriterionId,
            Points = points,
            Reason = _reason,
            By = By,
            Items = [.. members.Select(m => new DecidedItem(m.SubmissionId, m.Version))],
        };
        var result = await services.GetRequiredService<DecideReview>().ExecuteAsync(request, cancellationToken);
        (_isWholeGroup, _reason) = (true, "");
        if (result.DecisionId is { } decision)
            _decisions.Push(decision);
        Say($"{item.Group.CriterionId}: {points} of {item.Group.Maximum} for {result.Decided}.");
        foreach (var refused in result.Refused.DistinctBy(r => r.Reason))
            Say(refused.Reason.In(language));
        await LearnAsync(item.Group.QuestionId, cancellationToken);
    }

    private async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (!_decisions.TryPop(out var decision))
        {
            Say("There is nothing to take back.");
            return;
        }
        var result = await services.GetRequiredService<UndoDecision>().ExecuteAsync(decision, By, cancellationToken);
        Say($"{result.CriterionId}: taken back for {result.Restored}.");
        await LearnAsync(result.QuestionId, cancellationToken);
    }

    /// <summary>What was decided teaches the scorer of that question at once.</summary>
    private async Task LearnAsync(string question, CancellationToken cancellationToken)
    {
        var changed = await services.GetRequiredService<RejudgeQuestion>().ExecuteAsync(run.RunId, question, By, cancellationToken);
        var (decided, reopened) = (changed.Count(c => c.IsDecided), changed.Count(c => c.IsOpen && !c.WasOpen));
        var otherwise = changed.Count(c => c.IsOpen && c.Before != c.After);
        if (decided + reopened + otherwise > 0)
            Say($"Learnt from it: {decided} more decided without a person, {reopened} open again, {otherwise} suggested otherwise.");
    }

    private ReviewList Finish(ReviewList list)
    {
        if (_skipped.Count > 0)
            Say($"Skipped: {_skipped.Count}.");
        Say($"Decisions stored: {_decisions.Count}. They reach the results by grading again, with the same options as before:");
        Say($"autograder grade \"{run.InputPath}\"");
        return list;
    }

    private void Say(FormattableString text) => _console.MarkupLine(Markup.Escape(text.ToString(CultureInfo.InvariantCulture)));

    private void Say(string text) => _console.MarkupLine(Markup.Escape(text));
}
