using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Outlets;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Assignments;

/// <summary>Making and fetching the files of a release. Instructors release; tutors look.</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder endpoints)
    {
        var run = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/runs/{run:guid}/release");
        run.MapPost("", PrepareAsync).RequireToken().WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        run.MapGet("/{name}", Send);
    }

    private static async Task<IResult> PrepareAsync(Guid run, PrepareRelease prepare, CourseScope scope, HttpContext http, Speech say)
    {
        var result = await prepare.ExecuteAsync(run, scope.Actor, http.RequestAborted);
        if (result.Problem is { } problem)
            Flash.Bad(http, say[problem]);
        else
            Flash.Good(http, say["The files are ready.", "Die Dateien sind fertig."]);
        return Results.LocalRedirect(Paths.In(scope, "release"));
    }

    private static IResult Send(Guid run, string name, PrepareRelease prepare) => prepare.PathOf(run, name) is { } path
        ? Results.File(path, TypeOf(name), name)
        : Results.NotFound();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv",
        ".zip" => "application/zip",
        ".pdf" => "application/pdf",
        _ => "application/json",
    };
}
