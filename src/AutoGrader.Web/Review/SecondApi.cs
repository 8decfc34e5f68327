using System.Security.Cryptography;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Review.Second;
using AutoGrader.Core;
using AutoGrader.Core.Review;
using AutoGrader.Web.Courses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>Double marking for programs: as blind as the pages are.</summary>
internal static class SecondApi
{
    /// <summary>A sample: a number of answers or a share, not both.</summary>
    /// <param name="QuestionId">Only answers to this question; all where it is missing.</param>
    /// <param name="Count">How many answers.</param>
    /// <param name="Percent">How many in a hundred of those that can be drawn, rounded up.</param>
    /// <param name="Seed">Names the draw: the same draws the same from the same answers. Random where it is missing.</param>
    internal sealed record NewSample(string? QuestionId, int? Count, decimal? Percent, int? Seed);

    /// <summary>The second mark of an answer.</summary>
    /// <param name="SubmissionId">The submission.</param>
    /// <param name="QuestionId">The question.</param>
    /// <param name="Points">The points of each of its criteria, in halves.</param>
    internal sealed record NewMark(Guid SubmissionId, string QuestionId, IReadOnlyDictionary<string, decimal> Points);

    /// <summary>What counts where two marks differ.</summary>
    /// <param name="Points">The points, in halves.</param>
    /// <param name="Reason">Why; students may read it.</param>
    /// <param name="Version">The version that was listed with the difference.</param>
    internal sealed record Settlement(decimal Points, string Reason, string Version);

    public static void MapSecondApi(this RouteGroupBuilder run)
    {
        var second = run.MapGroup("/second");
        second.MapGet("", ReadAsync).WithSummary("How far double marking has come, the agreement, and the differences to be settled.");
        second.MapPost("/draw", DrawAsync).WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor))
            .WithSummary("Draws a random sample of marked answers, by number or by percent.");
        second.MapGet("/next", NextAsync)
            .WithSummary("The next answer for the token's person, without the first mark and the machine's; 204 where none is left.");
        second.MapPost("/marks", MarkAsync).WithSummary("Marks a drawn answer; 409 where it is marked, or not this person's to mark.");
        second.MapPost("/marks/{mark:guid}/settle", SettleAsync).WithSummary("Settles a difference by one decision with a reason.");
    }

    private static async Task<IResult> ReadAsync(Guid run, ReadSecondMarks read, CourseScope scope, CancellationToken cancellationToken)
    {
        var state = await read.ExecuteAsync(run, scope.Actor, cancellationToken);
        return Results.Ok(new
        {
            state.Drawn,
            state.Marked,
            state.Settled,
            Agreement = Describe(state.Whole),
            Questions = state.ByQuestion.Select(q => new { q.QuestionId, Agreement = Describe(q.Agreement) }),
            Disagreements = state.Disagreements.Select(d => new
            {
                d.Id,
                d.SubmissionId,
                d.CriterionId,
                Maximum = d.Maximum.Value,
                First = d.First.Value,
                d.FirstBy,
                Second = d.Second.Value,
                d.SecondBy,
                d.Version,
            }),
        });
    }

    private static async Task<IResult> DrawAsync(
        Guid run, NewSample sample, DrawSecondMarks draw, CourseScope scope, CancellationToken cancellationToken)
    {
        if (SampleSize.TryCreate(sample.Count, sample.Percent) is not { } size || sample.Seed < 0)
            return Refused($"Give either count (1 to {SampleSize.MostAnswers}) or percent (above 0, up to 100), and no seed below 0.");
        var seed = sample.Seed ?? RandomNumberGenerator.GetInt32(1, SecondEndpoints.MostSeeds);
        var drawn = await draw.ExecuteAsync(run, sample.QuestionId, size, seed, scope.Actor, cancellationToken);
        return Results.Ok(new { drawn, seed });
    }

    private static async Task<IResult> NextAsync(
        Guid run, ReadSecondMarks read, MarkAgain mark, CourseScope scope, CancellationToken cancellationToken)
    {
        if ((await read.ExecuteAsync(run, scope.Actor, cancellationToken)).Next is not { } next
            || await mark.ShowAsync(run, next.SubmissionId, next.QuestionId, scope.Actor, cancellationToken) is not { } answer)
            return Results.NoContent();
        return Results.Ok(new
        {
            next.SubmissionId,
            answer.QuestionId,
            answer.Title,
            answer.Text,
            answer.Answer,
            Criteria = answer.Criteria.Select(c => new
            {
                c.Id,
                c.Text,
                Levels = c.Levels.Select(l => new { Points = l.Points.Value, l.Text }),
            }),
        });
    }

    private static async Task<IResult> MarkAsync(
        Guid run, NewMark given, MarkAgain mark, CourseScope scope, CancellationToken cancellationToken)
    {
        var points = new Dictionary<string, Points>(StringComparer.Ordinal);
        foreach (var (criterion, value) in given.Points ?? new Dictionary<string, decimal>())
        {
            if (Points.TryFromValue(value) is not { } known)
                return Refused("Points come in halves.");
            points[criterion] = known;
        }
        try
        {
            return await mark.ExecuteAsync(run, given.SubmissionId, given.QuestionId ?? "", points, scope.Actor, cancellationToken)
                ? Results.NoContent() : Results.Conflict(new { Problem = "It is not drawn, is marked already, or is not yours to mark." });
        }
        catch (ArgumentException fault)
        {
            return Refused(fault.Message);
        }
    }

    private static async Task<IResult> SettleAsync(
        Guid run, Guid mark, Settlement settlement, SettleSecondMark settle, CourseScope scope, CancellationToken cancellationToken)
    {
        if (Points.TryFromValue(settlement.Points) is not { } points || string.IsNullOrWhiteSpace(settlement.Reason))
            return Refused("Points come in halves, and a difference is settled only with a reason.");
        try
        {
            var problem = await settle.ExecuteAsync(
                run, mark, points, settlement.Reason, settlement.Version ?? "", scope.Actor, cancellationToken);
            return problem is null ? Results.NoContent() : Results.Conflict(new { Problem = problem.English });
        }
        catch (ArgumentException fault)
        {
            return Refused(fault.Message);
        }
    }

    private static object? Describe(MarkAgreement agreement) =>
        agreement.Count == 0 ? null : new { agreement.Count, agreement.Exact, agreement.MeanDifference, agreement.Kappa };

    private static IResult Refused(string problem) => Results.BadRequest(new { Problem = problem });
}
