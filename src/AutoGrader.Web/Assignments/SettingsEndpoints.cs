using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Maintenance;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Assignments;

/// <summary>Changes the settings of an assignment, and deletes what is stored of its students.</summary>
internal static class SettingsEndpoints
{
    private const string Page = "settings";

    public static void MapSettings(this IEndpointRouteBuilder endpoints)
    {
        var acts = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}").RequireToken()
            .WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        acts.MapPost("/settings", ChangeAsync);
        acts.MapPost("/forget", ForgetAsync);
    }

    private static async Task<IResult> ChangeAsync(
        [FromForm] AssignmentForm form, [FromForm(Name = "Version")] int version, ChangeAssignment change, CourseScope scope,
        HttpContext http, Speech say, TimeProvider clock)
    {
        if (form.Read(clock.LocalTimeZone) is not { } settings)
        {
            Flash.Bad(http, say[
                "A title is needed, and a deadline must be a time.", "Ein Titel wird gebraucht, und eine Frist muss ein Zeitpunkt sein."]);
            return Results.LocalRedirect(Paths.In(scope, Page));
        }
        try
        {
            await change.ExecuteAsync(scope.Assignment.Id, settings, version, scope.Actor, http.RequestAborted);
            Flash.Good(http, say["Saved.", "Gespeichert."]);
        }
        catch (DbUpdateConcurrencyException)
        {
            Flash.Bad(http, AssignmentLabels.Conflict(say));
        }
        return Results.LocalRedirect(Paths.In(scope, Page));
    }

    private static async Task<IResult> ForgetAsync(
        [FromForm] string? participant, [FromForm] string? confirmation, Forget forget, AutoGraderDbContext context, CourseScope scope,
        HttpContext http, Speech say)
    {
        if (confirmation?.Trim() != scope.Assignment.Title)
            Flash.Bad(http, say[
                "Nothing was deleted: the title was not typed as it stands.",
                "Es wurde nichts gelöscht: Der Titel stimmt nicht mit dem eingegebenen überein."]);
        else if (await IsAtWorkAsync(context, scope, http.RequestAborted))
            Flash.Bad(http, say[
                "Nothing was deleted: a run is at work. Cancel it first.",
                "Es wurde nichts gelöscht: Ein Lauf ist im Gange. Brechen Sie ihn erst ab."]);
        else
        {
            var key = string.IsNullOrWhiteSpace(participant) ? null : participant.Trim();
            var result = await forget.ExecuteAsync(new ForgetRequest(null, key, scope.Actor, scope.Assignment.Id), http.RequestAborted);
            Flash.Good(http, say[$"Deleted: {result.Submissions} hand-ins.", $"Gelöscht: {result.Submissions} Abgaben."]);
        }
        return Results.LocalRedirect(Paths.In(scope, Page));
    }

    private static Task<bool> IsAtWorkAsync(AutoGraderDbContext context, CourseScope scope, CancellationToken cancellationToken) =>
        context.Runs.AnyAsync(
            r => r.Input!.AssignmentId == scope.Assignment.Id && (r.State == RunState.Running || r.State == RunState.Finishing),
            cancellationToken);
}
