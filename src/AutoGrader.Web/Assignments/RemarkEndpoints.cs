using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Remarking;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Assignments;

/// <summary>What instructors do about another rubric version: re-mark, accept, take back.</summary>
internal static class RemarkEndpoints
{
    // A field for each submission that keeps its result.
    private const int MostFields = 20_000;

    public static void MapRemarking(this IEndpointRouteBuilder endpoints)
    {
        var acts = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/remark").RequireToken()
            .WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        acts.MapPost("", StartAsync);
        acts.MapPost("/{remarking:guid}/accept", AcceptAsync).WithFormOptions(valueCountLimit: MostFields);
        acts.MapPost("/{remarking:guid}/undo", UndoAsync);
    }

    private static async Task<IResult> StartAsync(
        [FromForm] string rubric, [FromForm] int version, StartRemarking start, CourseScope scope, HttpContext http, Speech say) =>
        Answer(
            await start.ExecuteAsync(scope.Assignment.Id, rubric, version, scope.Actor, http.RequestAborted), scope, http, say,
            say["It is being graded beside what counts.", "Es wird neben dem bewertet, was gilt."]);

    private static async Task<IResult> AcceptAsync(
        Guid remarking, [FromForm] int version, [FromForm] Guid[]? keep, AcceptRemarking accept, CourseScope scope, HttpContext http,
        Speech say) =>
        Answer(
            await accept.ExecuteAsync(remarking, keep ?? [], version, scope.Actor, http.RequestAborted), scope, http, say,
            say["The new results count. Releases made before are outdated.",
                "Die neuen Ergebnisse gelten. Frühere Freigaben sind überholt."]);

    private static async Task<IResult> UndoAsync(
        Guid remarking, [FromForm] int version, UndoRemarking undo, CourseScope scope, HttpContext http, Speech say) =>
        Answer(
            await undo.ExecuteAsync(remarking, version, scope.Actor, http.RequestAborted), scope, http, say,
            say["What counted before counts.", "Es gilt, was vorher galt."]);

    private static IResult Answer(RemarkResult result, CourseScope scope, HttpContext http, Speech say, string done)
    {
        if (result.Problem is { } problem)
        {
            var text = say[RemarkWords.Of(problem)];
            Flash.Bad(http, result.Submissions.Count > 0 ? $"{text} ({result.Submissions.Count})" : text);
        }
        else
        {
            Flash.Good(http, done);
        }
        return Results.LocalRedirect(Paths.In(scope, "remark"));
    }
}
