using System.Text;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Web.Components;
using AutoGrader.Web.Components.Pages.Rubrics;
using AutoGrader.Web.Components.Parts.Rubrics;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Rubrics;

/// <summary>What is done to the rubrics of a course: begin, check, save, publish, delete drafts; take the files out.</summary>
internal static class RubricEndpoints
{
    private const string Yaml = "application/yaml; charset=utf-8";

    public static void MapRubrics(this IEndpointRouteBuilder endpoints)
    {
        var rubrics = endpoints.MapGroup("/courses/{course:guid}/rubrics").WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        rubrics.MapGet("/{draft:guid}/rubric.yaml", ExportDraftAsync);
        rubrics.MapGet("/{draft:guid}/rubric.answers.jsonl", ExportAnswersAsync);
        rubrics.MapGet("/versions/{rubric}/rubric.yaml", ExportVersionAsync);
        var acts = rubrics.MapGroup("").RequireToken();
        acts.MapPost("/new", (CreateDraft create, CourseScope scope, HttpContext http) =>
            BeginAsync(new NewDraft(scope.Course.Id, RubricTemplate.Source), create, scope, http));
        acts.MapPost("/import", ImportAsync);
        acts.MapPost("/from-sheet", FromSheetAsync);
        acts.MapPost("/versions/{rubric}/edit", EditVersionAsync);
        acts.MapPost("/{draft:guid}/check", Check);
        acts.MapPost("/{draft:guid}/save", SaveAsync);
        acts.MapPost("/{draft:guid}/publish", PublishAsync);
        acts.MapPost("/{draft:guid}/delete", DeleteAsync);
    }

    private static async Task<IResult> BeginAsync(NewDraft draft, CreateDraft create, CourseScope scope, HttpContext http) =>
        Results.LocalRedirect(Paths.Draft(scope.Course.Id, await create.ExecuteAsync(draft, scope.Actor, http.RequestAborted)));

    private static async Task<IResult> ImportAsync(
        IFormFile? file, IFormFile? answers, CreateDraft create, CourseScope scope, HttpContext http, Speech say)
    {
        var (source, given) = (await ReadAsync(file, http.RequestAborted), await ReadAsync(answers, http.RequestAborted));
        if (source is { Length: > 0 } && given is not null)
            return await BeginAsync(new NewDraft(scope.Course.Id, source, given), create, scope, http);
        Flash.Bad(http, source is "" ? say["Choose a file with a rubric.", "Wählen Sie eine Datei mit einem Bewertungsschema."]
            : TooLarge(say));
        return Results.LocalRedirect(Paths.Rubrics(scope.Course.Id));
    }

    private static async Task<IResult> FromSheetAsync(
        IFormFile? sheet, BeginFromSheet begin, CourseScope scope, HttpContext http, Speech say)
    {
        if (sheet is null)
            return Results.LocalRedirect(Paths.Rubrics(scope.Course.Id));
        using var content = new MemoryStream();
        await sheet.CopyToAsync(content, http.RequestAborted);
        var begun = await begin.ExecuteAsync(
            scope.Course.Id, Path.GetFileName(sheet.FileName), content.ToArray(), scope.Actor, http.RequestAborted);
        if (begun.DraftId is { } draft)
        {
            Flash.Good(http, say["Begun from the sheet. What is still to do stands at the top of the text.",
                "Aus dem Blatt begonnen. Was noch zu tun ist, steht oben im Text."]);
            return Results.LocalRedirect(Paths.Draft(scope.Course.Id, draft));
        }
        Flash.Bad(http, say[begun.Problem!]);
        return Results.LocalRedirect(Paths.Rubrics(scope.Course.Id));
    }

    private static async Task<IResult> EditVersionAsync(
        string rubric, FindCourseRubric find, CreateDraft create, CourseScope scope, HttpContext http) =>
        await find.ExecuteAsync(scope.Course.Id, rubric, http.RequestAborted) is var (version, answers)
            ? await BeginAsync(new NewDraft(scope.Course.Id, version.Source, answers.Source, version.Hash), create, scope, http)
            : Results.NotFound();

    // What the page shows of the text, while it is written. Nothing is stored.
    private static RazorComponentResult<DraftCheck> Check(IFormCollection form)
    {
        var input = DraftInput.Of(form);
        return new(new { View = DraftView.Of(input.Source ?? ""), At = form["at"].ToString(), input.Refused });
    }

    private static async Task<IResult> SaveAsync(
        Guid draft, [FromForm] int version, [FromForm] string? answers, [FromForm] string? page, [FromForm] string? at, SaveDraft save,
        AutoGraderDbContext context, CourseScope scope, HttpContext http, Speech say)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var input = form.ContainsKey("source") ? DraftInput.Of(form) : null;
        try
        {
            var source = input is null ? null : input.Source ?? throw new ArgumentException("The text is too large.");
            await save.ExecuteAsync(draft, version, source, answers, scope.Actor, http.RequestAborted);
            if (input is { Refused: [var refusal, ..] })
                Flash.Bad(http, say[$"Saved, but not “{refusal.Value}”. {refusal.Problem.English}",
                    $"Gespeichert, aber nicht »{refusal.Value}«. {refusal.Problem.German}"]);
            else
                Flash.Good(http, say["Saved.", "Gespeichert."]);
        }
        catch (ArgumentException)
        {
            Flash.Bad(http, TooLarge(say));
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await context.RubricDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft, http.RequestAborted);
            if (theirs is null)
                return Results.NotFound();
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return Conflict(theirs, input?.Source, answers);
        }
        return Results.LocalRedirect(Paths.Draft(scope.Course.Id, draft, page == "answers" ? page : "")
            + (at is { Length: > 0 } ? $"?at={Uri.EscapeDataString(at)}" : ""));
    }

    private static async Task<IResult> PublishAsync(
        Guid draft, [FromForm] int version, [FromForm] Guid? remark, PublishDraft publish, AutoGraderDbContext context, CourseScope scope,
        HttpContext http, Speech say)
    {
        try
        {
            var published = await publish.ExecuteAsync(draft, version, scope.Actor, http.RequestAborted);
            if (published.Version is { } made)
                Flash.Good(http, say[
                    $"Published as version {made.ShortHash}. Assignments keep theirs until you choose this one.",
                    $"Als Version {made.ShortHash} veröffentlicht. Aufgaben behalten ihre, bis Sie diese wählen."]);
            else
                Flash.Bad(http, say["It still has faults and cannot be published.",
                    "Es hat noch Fehler und kann nicht veröffentlicht werden."]);
            if (published.Version is null)
                return Results.LocalRedirect(Paths.Draft(scope.Course.Id, draft));
            return Results.LocalRedirect(
                await context.Assignments.AnyAsync(a => a.Id == remark && a.CourseId == scope.Course.Id, http.RequestAborted)
                    ? Paths.Assignment(scope.Course.Id, remark!.Value) + $"/remark?rubric={published.Version.Hash}"
                    : Paths.Rubrics(scope.Course.Id));
        }
        catch (DbUpdateConcurrencyException)
        {
            Flash.Bad(http, ChangedMeanwhile(say));
            return Results.LocalRedirect(Paths.Draft(scope.Course.Id, draft, "changes"));
        }
    }

    private static async Task<IResult> DeleteAsync(
        Guid draft, [FromForm] int version, DeleteDraft delete, CourseScope scope, HttpContext http, Speech say)
    {
        try
        {
            await delete.ExecuteAsync(draft, version, scope.Actor, http.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            Flash.Bad(http, ChangedMeanwhile(say));
        }
        return Results.LocalRedirect(Paths.Rubrics(scope.Course.Id));
    }

    private static async Task<IResult> ExportDraftAsync(Guid draft, AutoGraderDbContext context, HttpContext http)
    {
        var row = await context.RubricDrafts.AsNoTracking().SingleAsync(d => d.Id == draft, http.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(row.Source), Yaml, $"{DraftView.Of(row.Source).FileName}.yaml");
    }

    private static async Task<IResult> ExportAnswersAsync(Guid draft, AutoGraderDbContext context, HttpContext http)
    {
        var row = await context.RubricDrafts.AsNoTracking().SingleAsync(d => d.Id == draft, http.RequestAborted);
        return Results.File(
            Encoding.UTF8.GetBytes(row.Answers), "application/jsonl; charset=utf-8", $"{DraftView.Of(row.Source).FileName}.answers.jsonl");
    }

    private static async Task<IResult> ExportVersionAsync(string rubric, FindCourseRubric find, CourseScope scope, HttpContext http) =>
        await find.ExecuteAsync(scope.Course.Id, rubric, http.RequestAborted) is var (version, _)
            ? Results.File(Encoding.UTF8.GetBytes(version.Source), Yaml, $"{version.Rubric.Id}.yaml")
            : Results.NotFound();

    /// <summary>The text of a file; empty where none was chosen, <c>null</c> where it is too large.</summary>
    private static async Task<string?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return "";
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return DraftText.Kept(await reader.ReadToEndAsync(cancellationToken));
    }

    private static RazorComponentResult<App> Conflict(RubricDraft theirs, string? source, string? answers)
    {
        RenderFragment content = builder =>
        {
            builder.OpenComponent<DraftConflict>(0);
            builder.AddComponentParameter(1, nameof(DraftConflict.Theirs), theirs);
            builder.AddComponentParameter(2, nameof(DraftConflict.Source), source);
            builder.AddComponentParameter(3, nameof(DraftConflict.Answers), answers);
            builder.CloseComponent();
        };
        return new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Content)] = content })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };
    }

    private static string TooLarge(Speech say) => say[
        "A rubric has at most a million characters.", "Ein Bewertungsschema hat höchstens eine Million Zeichen."];

    private static string ChangedMeanwhile(Speech say) => say[
        "Somebody has changed this draft in the meantime: look at it and decide again.",
        "Jemand hat diesen Entwurf inzwischen geändert: Sehen Sie nach und entscheiden Sie neu."];
}
