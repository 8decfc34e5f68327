using System.ComponentModel;
using AutoGrader.Application;
using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.Runs;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Moodle;
using AutoGrader.Web.Review;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.Web.Api;

/// <summary>
/// The acts of the pages for programs: the same use cases, the same gate, tokens instead of cookies (which are not taken here, so that no
/// antiforgery token is needed). Described by <c>/api/openapi.json</c>.
/// </summary>
internal static class ApiEndpoints
{
    private const string Assignment = "/courses/{course:guid}/assignments/{assignment:guid}";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        return services.AddOpenApi(options => options.ShouldInclude = description =>
            description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/api/openapi.json").AllowAnonymous();
        var api = endpoints.MapGroup("/api").DisableAntiforgery().RequireAuthorization(
            new AuthorizationPolicyBuilder(TokenAuthentication.Name).RequireAuthenticatedUser().Build());
        api.MapGet("/courses", CoursesAsync).WithSummary("The courses of the token's person.");
        api.MapGet("/courses/{course:guid}/assignments", AssignmentsAsync).WithSummary("The assignments of a course.");
        api.MapPut(Assignment + "/export", ExportAsync).WithSummary("Uploads an export: the body is the ZIP file.");
        api.MapPut(Assignment + "/worksheet", WorksheetAsync).WithSummary("Uploads Moodle's grading worksheet: the body is the CSV file.");
        api.MapGet(Assignment + "/preview", PreviewAsync).WithSummary("What the latest export holds, before anything is graded.");
        api.MapPost(Assignment + "/runs", StartAsync).WithSummary("Grades the latest export by the pinned rubric version.");
        var run = api.MapGroup(Assignment + "/runs/{run:guid}");
        run.MapGet("", ProgressAsync).WithSummary("How far a run has come.");
        run.MapPost("/cancel", CancelAsync).WithSummary("Cancels a run; what was done is kept.");
        run.MapPost("/resume", ResumeAsync).WithSummary("Goes on with a run where it stopped.");
        run.MapGet("/submissions", (Guid run, ListSubmissions list, CancellationToken cancel) => list.ExecuteAsync(run, cancel))
            .WithSummary("The submissions of a run with what became of them.");
        run.MapGet("/release/check", (Guid run, CheckRelease check, CancellationToken cancel) => check.ExecuteAsync(run, cancel))
            .WithSummary("Which marks would not arrive in Moodle, and why.");
        run.MapPost("/release", ReleaseAsync).WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor))
            .WithSummary("Makes the files for Moodle; 409 with the run that counts where this one's results do not.").Produces<Release>();
        run.MapGet("/release/{name}", (Guid run, [Description("worksheet.csv, feedback.zip, …")] string name, PrepareRelease prepare) =>
                prepare.PathOf(run, name) is { } path ? Results.File(path, "application/octet-stream", name) : Results.NotFound())
            .WithSummary("One of the files made last.");
        run.MapReviewApi();
        run.MapNoteApi();
        run.MapSecondApi();
        api.MapGroup(Assignment + "/moodle").MapMoodleApi();
        api.MapGroup(Assignment).MapRemarkApi();
    }

    private static async Task<IResult> CoursesAsync(AutoGraderDbContext context, CourseScope scope, CancellationToken cancellationToken) =>
        Results.Ok(await context.CourseMembers.Where(m => m.PersonId == scope.PersonId)
            .Join(context.Courses, m => m.CourseId, c => c.Id, (m, c) => new { c.Id, c.Name, Role = m.Role.ToString() })
            .ToListAsync(cancellationToken));

    private static async Task<IResult> AssignmentsAsync(
        Guid course, AutoGraderDbContext context, CancellationToken cancellationToken) =>
        Results.Ok(await context.Assignments.Where(a => a.CourseId == course).OrderBy(a => a.CreatedAt)
            .Select(a => new { a.Id, a.Title, a.RubricId, a.RubricHash, a.DueAt }).ToListAsync(cancellationToken));

    private static async Task<IResult> ExportAsync(
        HttpContext http, string? name, ReceiveUpload receive, CourseScope scope, IOptions<AutoGraderOptions> options)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.Value.UploadMebibytes * 1024L * 1024;
        var received = await receive.ExecuteAsync(
            scope.Assignment.Id, name ?? "submissions.zip", http.Request.Body, scope.Actor, http.RequestAborted);
        return received.Problem is null ? Results.Ok(received) : Results.UnprocessableEntity(received);
    }

    private static async Task<IResult> WorksheetAsync(
        HttpContext http, DateTimeOffset? downloadedAt, ReceiveWorksheet receive, CourseScope scope)
    {
        var received = await receive.ExecuteAsync(
            scope.Assignment.Id, http.Request.Body, downloadedAt, scope.Actor, http.RequestAborted);
        return received.Problem is null ? Results.Ok(received) : Results.UnprocessableEntity(received);
    }

    private static async Task<IResult> PreviewAsync(PreviewUpload preview, CourseScope scope, CancellationToken cancellationToken) =>
        await preview.ExecuteAsync(scope.Assignment.Id, cancellationToken) is { } found ? Results.Ok(found) : Results.NotFound();

    private static async Task<IResult> StartAsync(StartRun start, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await start.ExecuteAsync(scope.Assignment.Id, scope.Actor, cancellationToken));

    private static async Task<IResult> ResumeAsync(Guid run, ResumeRun resume, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await resume.ExecuteAsync(run, scope.Actor, cancellationToken));

    private static async Task<IResult> CancelAsync(Guid run, CancelRun cancel, CourseScope scope, CancellationToken cancellationToken) =>
        await cancel.ExecuteAsync(run, scope.Actor, cancellationToken) ? Results.NoContent() : Results.Conflict();

    private static async Task<IResult> ProgressAsync(Guid run, ReadRunProgress read, CancellationToken cancellationToken) =>
        await read.ExecuteAsync(run, cancellationToken) is { } progress ? Results.Ok(progress) : Results.NotFound();

    private static async Task<IResult> ReleaseAsync(
        Guid run, PrepareRelease prepare, CourseScope scope, CancellationToken cancellationToken)
    {
        var result = await prepare.ExecuteAsync(run, scope.Actor, cancellationToken);
        return result.Problem is { } problem
            ? Results.Conflict(new { Problem = problem.English, result.CountingRunId }) : Results.Ok(result.Release);
    }

    private static IResult Answer(RunStart start) => start.Problem is { } problem
        ? Results.Conflict(new { start.RunId, Problem = problem.ToString() })
        : Results.Accepted(value: new { start.RunId });
}
