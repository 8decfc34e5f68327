using AutoGrader.Application.Courses;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.People;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Courses;

/// <summary>What is done to courses: making them, inviting people, adding assignments.</summary>
internal static class CourseEndpoints
{
    public static void MapCourses(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/new-course", CreateAsync).RequireToken().WithMetadata(new NeedsAdministratorAttribute());
        var course = endpoints.MapGroup("/courses/{course:guid}").RequireToken()
            .WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        course.MapPost("/invitations", InviteAsync);
        course.MapPost("/members/{person:guid}/remove", RemoveAsync);
        course.MapPost("/new-assignment", AddAsync);
    }

    private static async Task<IResult> CreateAsync(
        [FromForm] string? name, CreateCourse create, CourseScope scope, HttpContext http, Speech say)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Flash.Bad(http, say["The course needs a name.", "Der Kurs braucht einen Namen."]);
            return Results.LocalRedirect("/new-course");
        }
        return Results.LocalRedirect(Paths.Course(await create.ExecuteAsync(name, scope.PersonId, scope.Actor, http.RequestAborted)));
    }

    private static async Task<IResult> InviteAsync(
        [FromForm] CourseRole role, InvitePerson invite, CourseScope scope, HttpContext http, IOptions<WebOptions> options)
    {
        var secret = await invite.ExecuteAsync(scope.Course.Id, role, scope.Actor, http.RequestAborted);
        var address = options.Value.PublicAddress is { Length: > 0 } known
            ? known.TrimEnd('/')
            : $"{http.Request.Scheme}://{http.Request.Host}";
        Flash.Good(http, $"{address}/invitation?secret={secret}");
        return Results.LocalRedirect(Paths.People(scope.Course.Id) + "?invited=" + role);
    }

    private static async Task<IResult> RemoveAsync(Guid person, RemoveMember remove, CourseScope scope, HttpContext http, Speech say)
    {
        if (!await remove.ExecuteAsync(scope.Course.Id, person, scope.Actor, http.RequestAborted))
            Flash.Bad(http, say["The last instructor cannot be removed.", "Die letzte Kursleitung kann nicht entfernt werden."]);
        return Results.LocalRedirect(Paths.People(scope.Course.Id));
    }

    private static async Task<IResult> AddAsync(
        [FromForm] AssignmentForm form, [FromForm] string? rubric, CreateAssignment create, CourseScope scope, HttpContext http, Speech say,
        TimeProvider clock)
    {
        if (form.Read(clock.LocalTimeZone) is not { } settings || string.IsNullOrWhiteSpace(rubric))
        {
            Flash.Bad(http, say[
                "Title and rubric are needed, and a deadline must be a time.",
                "Titel und Bewertungsschema werden gebraucht, und eine Frist muss ein Zeitpunkt sein."]);
            return Results.LocalRedirect(Paths.NewAssignment(scope.Course.Id));
        }
        try
        {
            var id = await create.ExecuteAsync(
                new NewAssignment(scope.Course.Id, rubric, settings), scope.Actor, http.RequestAborted);
            return Results.LocalRedirect(Paths.Assignment(scope.Course.Id, id));
        }
        catch (KeyNotFoundException)
        {
            Flash.Bad(http, say["There is no such rubric any more.", "Dieses Bewertungsschema gibt es nicht mehr."]);
            return Results.LocalRedirect(Paths.NewAssignment(scope.Course.Id));
        }
    }
}
