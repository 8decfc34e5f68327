using System.ComponentModel;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Web.Courses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>The desk for programs: the same use cases, and the same rules where two decide at once.</summary>
internal static class ReviewApi
{
    /// <summary>A decision on a criterion.</summary>
    /// <param name="CriterionId">The criterion.</param>
    /// <param name="Points">The points, in halves.</param>
    /// <param name="Reason">Why; students may read it.</param>
    /// <param name="Items">For whom: each with the version that was shown.</param>
    internal sealed record NewDecision(string CriterionId, decimal Points, string? Reason, IReadOnlyList<DecidedItem> Items);

    public static void MapReviewApi(this RouteGroupBuilder run)
    {
        run.MapGet("/review", ListAsync).WithSummary("What is open, in groups of like answers, most useful first.");
        run.MapGet("/review/{key}", ShowAsync).WithSummary("All that is needed to decide on a group; its versions are handed back.");
        run.MapPost("/decisions", DecideAsync).WithSummary(
            "Decides. What has changed since it was shown is refused; 409 where that is all. The rest of the question is judged anew.");
        run.MapPost("/decisions/{decision:guid}/undo", UndoAsync).WithSummary("Takes a decision back for all its submissions.");
    }

    private static async Task<IResult> ListAsync(Guid run, string? question, ListReview list, CancellationToken cancellationToken)
    {
        var queue = await list.ExecuteAsync(run, question, cancellationToken: cancellationToken);
        return Results.Ok(new { queue.Open, Groups = queue.Groups.Select(Describe) });
    }

    private static async Task<IResult> ShowAsync(
        Guid run, [Description("The key of a group in the list.")] string key, ShowReview show, CancellationToken cancellationToken)
    {
        if (await show.ExecuteAsync(run, key, cancellationToken) is not { } found)
            return Results.NotFound();
        return Results.Ok(new
        {
            Group = Describe(found.Group),
            found.QuestionText,
            Levels = found.Levels.Select(l => new { Points = l.Points.Value, l.Text }),
            Members = found.Members.Select(m => new
            {
                m.SubmissionId,
                m.Version,
                m.Answer,
                Suggestion = m.Score.Points.Value,
                m.Score.Confidence,
                m.Score.Rationale,
                m.Score.Evidence,
            }),
        });
    }

    private static async Task<IResult> DecideAsync(
        Guid run, NewDecision decision, DecideReview decide, RejudgeBehind behind, CourseScope scope, CancellationToken cancellationToken)
    {
        if (Points.TryFromValue(decision.Points) is not { } points || decision.Items is not { Count: > 0 })
            return Results.BadRequest(new { Problem = "Points come in halves, and at least one item is needed." });
        try
        {
            var result = await decide.ExecuteAsync(new DecideRequest
            {
                RunId = run,
                CriterionId = decision.CriterionId ?? "",
                Points = points,
                Reason = decision.Reason ?? "",
                By = scope.Actor,
                Items = decision.Items,
            }, cancellationToken);
            if (result.DecisionId is null)
                return Results.Conflict(result);
            await behind.ExpectAsync(run, [decision.CriterionId!], scope.Actor, cancellationToken);
            return Results.Ok(result);
        }
        catch (ArgumentException fault)
        {
            return Results.BadRequest(new { Problem = fault.Message });
        }
    }

    private static async Task<IResult> UndoAsync(
        Guid run, Guid decision, UndoDecision undo, RejudgeBehind behind, CourseScope scope, CancellationToken cancellationToken)
    {
        var result = await undo.ExecuteAsync(decision, scope.Actor, cancellationToken);
        if (result.Restored > 0)
            await behind.ExpectAsync(run, [result.CriterionId], scope.Actor, cancellationToken);
        return Results.Ok(result);
    }

    private static object Describe(QueuedGroup group) => new
    {
        group.Key,
        group.QuestionId,
        group.CriterionId,
        group.CriterionText,
        Suggestion = group.Suggestion.Value,
        Maximum = group.Maximum.Value,
        group.Confidence,
        group.Effect,
        group.Submissions,
    };
}
