using System.Globalization;
using System.Security.Claims;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Courses;

/// <summary>
/// The border of courses, at one place for pages and endpoints alike. Whatever the address names (course, rubric, draft, assignment,
/// upload, run, decision, note, submission) must belong together, and to a course in which the person has the role that the endpoint
/// asks for. Otherwise the answer is "there is no such page", so that nobody learns what exists elsewhere.
/// </summary>
internal sealed class CourseGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CourseScope scope, Database database)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            scope.PersonId = Guid.Parse(id, CultureInfo.InvariantCulture);
            scope.Actor = http.User.Identity!.Name!;
        }
        var status = await CheckAsync(http, scope, database);
        if (status == StatusCodes.Status200OK)
            await next(http);
        else
            http.Response.StatusCode = status;
    }

    private static async Task<int> CheckAsync(HttpContext http, CourseScope scope, Database database)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        var needsAdministrator = metadata?.GetMetadata<NeedsAdministratorAttribute>() is not null;
        if (!needsAdministrator && !http.Request.RouteValues.ContainsKey("course"))
            return StatusCodes.Status200OK;
        await using var context = await database.OpenAsync(http.RequestAborted);
        if (needsAdministrator)
        {
            var isAdministrator = await context.Users.AnyAsync(p => p.Id == scope.PersonId && p.IsAdministrator, http.RequestAborted);
            return isAdministrator ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
        }
        if (!await EnterAsync(context, http.Request.RouteValues, scope, http.RequestAborted))
            return StatusCodes.Status404NotFound;
        var needed = metadata?.GetMetadata<NeedsRoleAttribute>()?.Role ?? CourseRole.Tutor;
        return scope.Role >= needed ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
    }

    private static async Task<bool> EnterAsync(
        AutoGraderDbContext context, RouteValueDictionary route, CourseScope scope, CancellationToken cancellationToken)
    {
        if (IdIn(route, "course") is not { } courseId)
            return false;
        var found = await context.CourseMembers.AsNoTracking().Where(m => m.CourseId == courseId && m.PersonId == scope.PersonId)
            .Join(context.Courses, m => m.CourseId, c => c.Id, (m, c) => new { Course = c, m.Role })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return false;
        (scope.Course, scope.Role) = (found.Course, found.Role);
        if (!await HasRubricAsync(context, route, courseId, cancellationToken))
            return false;
        if (!route.ContainsKey("assignment"))
            return true;
        var assignmentId = IdIn(route, "assignment");
        var assignment = await context.Assignments.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == assignmentId && a.CourseId == courseId, cancellationToken);
        if (assignment is null)
            return false;
        scope.Assignment = assignment;
        return await BelongsAsync(context, route, assignment.Id, cancellationToken);
    }

    private static async Task<bool> HasRubricAsync(
        AutoGraderDbContext context, RouteValueDictionary route, Guid courseId, CancellationToken cancellationToken)
    {
        var (draft, version) = (IdIn(route, "draft"), Convert.ToString(route["rubric"], CultureInfo.InvariantCulture));
        if (route.ContainsKey("draft")
            && !await context.RubricDrafts.AnyAsync(d => d.Id == draft && d.CourseId == courseId, cancellationToken))
            return false;
        return !route.ContainsKey("rubric") || await context.RubricsOf(courseId).AnyAsync(r => r.Hash == version, cancellationToken);
    }

    private static async Task<bool> BelongsAsync(
        AutoGraderDbContext context, RouteValueDictionary route, Guid assignment, CancellationToken cancellationToken)
    {
        var (upload, run, submission) = (IdIn(route, "upload"), IdIn(route, "run"), IdIn(route, "submission"));
        var decision = IdIn(route, "decision");
        if (route.ContainsKey("upload")
            && !await context.Uploads.AnyAsync(u => u.Id == upload && u.AssignmentId == assignment, cancellationToken))
            return false;
        if (route.ContainsKey("run")
            && !await context.Runs.AnyAsync(r => r.Id == run && r.Input!.AssignmentId == assignment, cancellationToken))
            return false;
        var transfer = IdIn(route, "transfer");
        if (route.ContainsKey("transfer")
            && !await context.MoodleTransfers.AnyAsync(t => t.Id == transfer && t.AssignmentId == assignment, cancellationToken))
            return false;
        if (route.ContainsKey("decision") && !await context.Decisions.AnyAsync(d => d.Id == decision && d.RunId == run, cancellationToken))
            return false;
        var note = IdIn(route, "note");
        if (route.ContainsKey("note") && !await context.Submissions.AnyAsync(
            s => context.ReviewNotes.Any(n => n.Id == note && n.SubmissionId == s.Id)
                && context.Inputs.Any(i => i.Id == s.InputId && i.AssignmentId == assignment), cancellationToken))
            return false;
        var remarking = IdIn(route, "remarking");
        if (route.ContainsKey("remarking")
            && !await context.Remarkings.AnyAsync(r => r.Id == remarking && r.AssignmentId == assignment, cancellationToken))
            return false;
        return !route.ContainsKey("submission") || await context.Submissions.AnyAsync(
            s => s.Id == submission && context.Inputs.Any(i => i.Id == s.InputId && i.AssignmentId == assignment), cancellationToken);
    }

    private static Guid? IdIn(RouteValueDictionary route, string name) =>
        Guid.TryParse(Convert.ToString(route[name], CultureInfo.InvariantCulture), out var id) ? id : null;
}
