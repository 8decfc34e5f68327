using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Moodle;
using AutoGrader.Core;
using AutoGrader.Web.Assignments;
using AutoGrader.Web.Components.Parts;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Moodle;

/// <summary>What instructors do with the direct connection to Moodle.</summary>
internal static class MoodleEndpoints
{
    public const string Page = "moodle";

    public static void MapMoodle(this IEndpointRouteBuilder endpoints)
    {
        var moodle = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/moodle")
            .WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        moodle.MapGet("/transfers/{transfer:guid}/progress", ProgressAsync);
        moodle.MapGet("/transfers/{transfer:guid}/receipts.csv", async (Guid transfer, WriteReceipts write, Speech say, HttpContext http) =>
            Results.File(await write.ExecuteAsync(transfer, say.Language, http.RequestAborted), "text/csv", "receipts.csv"));
        var acts = moodle.MapGroup("").RequireToken();
        acts.MapPost("/connect", ConnectAsync);
        acts.MapPost("/choose", ChooseAsync);
        acts.MapPost("/disconnect", async (DisconnectMoodle disconnect, CourseScope scope, HttpContext http, Speech say) =>
        {
            await disconnect.ExecuteAsync(scope.Assignment.Id, scope.Actor, http.RequestAborted);
            Flash.Good(http, say["The connection is ended, the token deleted.", "Die Verbindung ist beendet, das Token gelöscht."]);
            return Results.LocalRedirect(Paths.In(scope, Page));
        });
        acts.MapPost("/fetch", async (StartTransfer start, CourseScope scope, HttpContext http, Speech say) =>
            Answer(await start.FetchAsync(scope.Assignment.Id, scope.Actor, http.RequestAborted), scope, http, say));
        acts.MapPost("/compare", async (StartTransfer start, FindRun find, CourseScope scope, HttpContext http, Speech say) =>
            Answer(await start.CompareAsync(
                scope.Assignment.Id, (await find.ExecuteAsync(http.RequestAborted))?.Id ?? Guid.Empty, scope.Actor, http.RequestAborted),
                scope, http, say));
        acts.MapPost("/transfers/{transfer:guid}/approve", ApproveAsync);
        acts.MapPost("/transfers/{transfer:guid}/resume",
            async (Guid transfer, StartTransfer start, CourseScope scope, HttpContext http, Speech say) =>
                Answer(await start.ResumeAsync(scope.Assignment.Id, transfer, scope.Actor, http.RequestAborted), scope, http, say));
    }

    private static async Task<IResult> ProgressAsync(Guid transfer, AutoGraderDbContext context, HttpContext http) =>
        new RazorComponentResult<TransferView>(new
        {
            Transfer = await context.MoodleTransfers.AsNoTracking().SingleAsync(t => t.Id == transfer, http.RequestAborted),
        });

    private static async Task<IResult> ConnectAsync(
        [FromForm] string? site, [FromForm] string? token, ConnectMoodle connect, CourseScope scope, HttpContext http, Speech say)
    {
        var problem = await connect.ExecuteAsync(scope.Assignment.Id, site ?? "", token ?? "", scope.Actor, http.RequestAborted);
        return Answer(problem, say["Moodle knows the token.", "Moodle kennt das Token."], scope, http, say);
    }

    private static async Task<IResult> ChooseAsync(
        [FromForm] long? chosen, ChooseMoodleAssignment choose, CourseScope scope, HttpContext http, Speech say)
    {
        var problem = await choose.ExecuteAsync(scope.Assignment.Id, chosen ?? 0, scope.Actor, http.RequestAborted);
        return Answer(problem, say["Connected.", "Verbunden."], scope, http, say);
    }

    private static async Task<IResult> ApproveAsync(
        Guid transfer, [FromForm] Guid[]? replace, ApprovePush approve, CourseScope scope, HttpContext http, Speech say)
    {
        if (!await approve.ExecuteAsync(transfer, replace ?? [], scope.Actor, http.RequestAborted))
            Flash.Bad(http, say[
                "This comparison is no longer the latest: compare anew.",
                "Dieser Vergleich ist nicht mehr der letzte: Vergleichen Sie neu."]);
        return Results.LocalRedirect(Paths.In(scope, Page));
    }

    private static IResult Answer(LocalizedText? problem, string success, CourseScope scope, HttpContext http, Speech say)
    {
        if (problem is not null)
            Flash.Bad(http, say[problem]);
        else
            Flash.Good(http, success);
        return Results.LocalRedirect(Paths.In(scope, Page));
    }

    private static IResult Answer(TransferStart start, CourseScope scope, HttpContext http, Speech say)
    {
        if (start.Problem is { } problem)
            Flash.Bad(http, MoodleLabels.Explain(problem, say));
        return Results.LocalRedirect(Paths.In(scope, Page));
    }
}
