using System.Diagnostics;
using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Cli.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Benchmarks.Review;

/// <summary>
/// Times of the review desk on what was graded last in a data directory, and what decisions settle: the first ones of the queue are made as
/// suggested, the scorer learns after each, and in the end all are taken back.
/// </summary>
internal static class DeskReport
{
    private const string Reviewer = "benchmark";

    public static async Task RunAsync(string data, int decisions, TextWriter output)
    {
        await using var services = CommandServices.Create(data);
        var run = await LastRunAsync(services);
        var list = services.GetRequiredService<ListReview>();
        var (queue, cold) = await TimeAsync(() => list.ExecuteAsync(run));
        var (_, warm) = await TimeAsync(() => list.ExecuteAsync(run));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{queue.Open} open in {queue.Groups.Count} groups, the largest of {queue.Groups.Max(g => g.Submissions.Count)}; groups alone: "
                + $"{queue.SettledBy(5)} settled by 5 decisions, {queue.SettledBy(20)} by 20"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"list: first {cold:0} ms, again {warm:0} ms"));

        var made = new Stack<Guid>();
        List<double> shown = [], decided = [], listed = [], judged = [];
        var learnt = 0;
        for (var i = 1; i <= decisions && queue.Groups.Count > 0; i++)
        {
            var (item, show) = await TimeAsync(
                () => services.GetRequiredService<ShowReview>().ExecuteAsync(run, queue.Groups[0].Key));
            var (result, decide) = await TimeAsync(
                () => services.GetRequiredService<DecideReview>().ExecuteAsync(Accepting(run, item!)));
            made.Push(result.DecisionId!.Value);
            var (changed, judge) = await TimeAsync(() => services.GetRequiredService<RejudgeQuestion>()
                .ExecuteAsync(run, item!.Group.QuestionId, Reviewer));
            learnt += changed.Count(c => c.IsDecided) - changed.Count(c => c.IsOpen && !c.WasOpen);
            (queue, var again) = await TimeAsync(() => list.ExecuteAsync(run));
            shown.Add(show);
            decided.Add(decide);
            judged.Add(judge);
            listed.Add(again);
            if (i is 1 or 5 or 20 || i == decisions)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"after {i} decisions: {queue.Open} open, {learnt} settled by what was learnt"));
            }
        }
        Print("show a group", shown, output);
        Print("decide", decided, output);
        Print("list after a decision", listed, output);
        Print("judge the question anew", judged, output);
        var undone = new List<double>();
        while (made.TryPop(out var decision))
            undone.Add((await TimeAsync(() => services.GetRequiredService<UndoDecision>().ExecuteAsync(decision, Reviewer))).Milliseconds);
        Print("undo", undone, output);
    }

    private static async Task<Guid> LastRunAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return (await context.Runs.AsNoTracking().OrderByDescending(r => r.StartedAt).FirstAsync()).Id;
    }

    private static DecideRequest Accepting(Guid run, ReviewCase item) => new()
    {
        RunId = run,
        CriterionId = item.Group.CriterionId,
        Points = item.Group.Suggestion,
        By = Reviewer,
        Items = [.. item.Members.Select(m => new DecidedItem(m.SubmissionId, m.Version))],
    };

    private static async Task<(T Result, double Milliseconds)> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Print(string what, List<double> times, TextWriter output)
    {
        times.Sort();
        if (times.Count > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0} ms, most {times[^1]:0} ms"));
        }
    }
}
