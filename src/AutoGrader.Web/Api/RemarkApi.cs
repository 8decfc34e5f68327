using System.ComponentModel;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Remarking;
using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core;
using AutoGrader.Web.Assignments;
using AutoGrader.Web.Courses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Api;

/// <summary>Looking ahead and re-marking for programs.</summary>
internal static class RemarkApi
{
    /// <summary>Which version to re-mark by.</summary>
    /// <param name="Rubric">The hash of the other version.</param>
    /// <param name="Version">The version of the assignment that was seen, from the list of re-markings.</param>
    internal sealed record StartBody(string Rubric, int Version);

    /// <summary>Whom to accept for.</summary>
    /// <param name="Version">The version of the assignment that was seen.</param>
    /// <param name="Keep">The submissions that keep their former result.</param>
    internal sealed record AcceptBody(int Version, IReadOnlyList<Guid>? Keep);

    /// <summary>What was seen when it was to be taken back.</summary>
    /// <param name="Version">The version of the assignment that was seen.</param>
    internal sealed record UndoBody(int Version);

    public static void MapRemarkApi(this RouteGroupBuilder assignment)
    {
        assignment.WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        assignment.MapGet("/effect", EffectAsync).WithSummary("What another rubric version would change; nothing is changed by asking.");
        assignment.MapGet("/remarkings", ListAsync).WithSummary("The assignment's version and its re-markings, the latest first.");
        assignment.MapPost("/remarkings", StartAsync).WithSummary("Grades by another rubric version, beside what counts.");
        assignment.MapGet("/remarkings/{remarking:guid}/effect", ComparedAsync).WithSummary("What a finished re-marking changes.");
        assignment.MapPost("/remarkings/{remarking:guid}/accept", AcceptAsync).WithSummary("Lets its results count, for all or in part.");
        assignment.MapPost("/remarkings/{remarking:guid}/undo", UndoAsync).WithSummary("Takes it back, or drops it.");
    }

    private static async Task<IResult> EffectAsync(
        Guid course, [Description("the hash of the version")] string rubric, FindRun find, FindCourseRubric findRubric,
        RecentEffects effects, CancellationToken cancellationToken)
    {
        if (await find.ExecuteAsync(cancellationToken) is not { } run
            || await findRubric.ExecuteAsync(course, rubric, cancellationToken) is not ({ } version, { } answers))
            return Results.NotFound();
        var request = new EffectRequest { Rubric = version, Answers = answers, Runs = [run.Id] };
        return Results.Ok(EffectJson.Of(await effects.GetAsync(request, cancellationToken), Language.English));
    }

    private static async Task<IResult> ListAsync(AutoGraderDbContext context, CourseScope scope, CancellationToken cancellationToken) =>
        Results.Ok(new
        {
            scope.Assignment.Version,
            scope.Assignment.RubricHash,
            Remarkings = await context.Remarkings.AsNoTracking().Where(r => r.AssignmentId == scope.Assignment.Id)
                .OrderByDescending(r => r.StartedAt)
                .Select(r => new
                {
                    r.Id,
                    r.FromRunId,
                    r.ToRunId,
                    r.StartedBy,
                    r.StartedAt,
                    r.AcceptedBy,
                    r.AcceptedAt,
                    r.UndoneBy,
                    r.UndoneAt,
                    r.DroppedAt,
                    Kept = r.Kept.Count,
                }).ToListAsync(cancellationToken),
        });

    private static async Task<IResult> StartAsync(
        StartBody body, StartRemarking start, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await start.ExecuteAsync(scope.Assignment.Id, body.Rubric, body.Version, scope.Actor, cancellationToken));

    private static async Task<IResult> ComparedAsync(Guid remarking, CompareRemarking compare, CancellationToken cancellationToken) =>
        await compare.ExecuteAsync(remarking, cancellationToken) is { } effect
            ? Results.Ok(EffectJson.Of(effect, Language.English))
            : Results.Conflict(new { Problem = nameof(RemarkProblem.AtWork) });

    private static async Task<IResult> AcceptAsync(
        Guid remarking, AcceptBody body, AcceptRemarking accept, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await accept.ExecuteAsync(remarking, body.Keep ?? [], body.Version, scope.Actor, cancellationToken));

    private static async Task<IResult> UndoAsync(
        Guid remarking, UndoBody body, UndoRemarking undo, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await undo.ExecuteAsync(remarking, body.Version, scope.Actor, cancellationToken));

    private static IResult Answer(RemarkResult result) => result.Problem is { } problem
        ? Results.Conflict(new { Problem = problem.ToString(), Explanation = RemarkWords.Of(problem).English, result.Submissions })
        : Results.Ok(new { result.RemarkingId });
}
