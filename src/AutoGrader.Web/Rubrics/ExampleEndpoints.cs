using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Rubrics;

/// <summary>Takes a real answer into a draft, after the instructor has seen it without names.</summary>
internal static class ExampleEndpoints
{
    public static void MapExamples(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/courses/{course:guid}/assignments/{assignment:guid}/submissions/{submission:guid}/example", AddAsync)
            .RequireToken().WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));

    private static async Task<IResult> AddAsync(
        Guid submission, [FromForm] ExampleForm form, AddExample add, CreateDraft create, FindCourseRubric find,
        AutoGraderDbContext context, CourseScope scope, HttpContext http, Speech say)
    {
        var back = Results.LocalRedirect(
            Paths.In(scope, $"submissions/{submission}/example") + $"?criterion={Uri.EscapeDataString(form.Criterion ?? "")}");
        var isNumber = decimal.TryParse(form.Points?.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
        if (string.IsNullOrWhiteSpace(form.Answer) || !isNumber || Points.TryFromValue(number) is not { } points)
        {
            Flash.Bad(http, say["Answer and points (in halves) are needed.", "Antwort und Punkte (in halben) werden gebraucht."]);
            return back;
        }
        Guid? chosen = Guid.TryParse(form.Draft, out var id) ? id : null;
        if (chosen is { } named
            && !await context.RubricDrafts.AnyAsync(d => d.Id == named && d.CourseId == scope.Course.Id, http.RequestAborted))
            return Results.NotFound();
        if (chosen is null && await find.ExecuteAsync(scope.Course.Id, scope.Assignment.RubricHash, http.RequestAborted) is null)
            return Results.NotFound();
        var draft = chosen ?? await BeginAsync(create, find, scope, http.RequestAborted);
        try
        {
            var path = await add.ExecuteAsync(draft, form.Criterion ?? "", form.Answer, points, scope.Actor, http.RequestAborted);
            if (path is not null)
            {
                Flash.Good(http, say["Added.", "Hinzugefügt."]);
                return Results.LocalRedirect(Paths.Draft(scope.Course.Id, draft) + $"?at={path}");
            }
            Flash.Bad(http, say["This draft has no such criterion.", "Dieser Entwurf hat kein solches Kriterium."]);
        }
        catch (DbUpdateConcurrencyException)
        {
            Flash.Bad(http, say["Somebody has just saved this draft: try again.",
                "Jemand hat diesen Entwurf gerade gespeichert: Versuchen Sie es noch einmal."]);
        }
        return back;
    }

    private static async Task<Guid> BeginAsync(
        CreateDraft create, FindCourseRubric find, CourseScope scope, CancellationToken cancellationToken)
    {
        var (version, answers) = (await find.ExecuteAsync(scope.Course.Id, scope.Assignment.RubricHash, cancellationToken))!.Value;
        return await create.ExecuteAsync(
            new NewDraft(scope.Course.Id, version.Source, answers.Source, version.Hash), scope.Actor, cancellationToken);
    }
}

/// <summary>The form of an example.</summary>
internal sealed class ExampleForm
{
    public string? Criterion { get; set; }

    public string? Answer { get; set; }

    public string? Points { get; set; }

    /// <summary>The draft it goes to; nothing begins a new one from the assignment's version.</summary>
    public string? Draft { get; set; }
}
