using AutoGrader.Application.Courses;
using AutoGrader.Application.Review;
using AutoGrader.Application.Runs;
using AutoGrader.Core.Submissions;
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

namespace AutoGrader.Web.Assignments;

/// <summary>What is done to runs: start, cancel, resume, grade again; and their progress as a piece of a page.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder endpoints)
    {
        var assignment = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}");
        assignment.MapGet("/runs/{run:guid}/progress", ProgressAsync);
        var acts = assignment.MapGroup("").RequireToken();
        acts.MapPost("/start", (StartRun start, CourseScope scope, HttpContext http, Speech say) =>
            DoAsync(start.ExecuteAsync(scope.Assignment.Id, scope.Actor, http.RequestAborted), scope, http, say));
        acts.MapPost("/runs/{run:guid}/resume", (Guid run, ResumeRun resume, CourseScope scope, HttpContext http, Speech say) =>
            DoAsync(resume.ExecuteAsync(run, scope.Actor, http.RequestAborted), scope, http, say));
        acts.MapPost("/runs/{run:guid}/cancel", CancelAsync);
        acts.MapPost("/runs/{run:guid}/again", AgainAsync);
        acts.MapPost("/runs/{run:guid}/submissions/{submission:guid}/waive", WaiveAsync);
        acts.MapPost("/pin", PinAsync).WithMetadata(new NeedsRoleAttribute(Application.Data.Courses.CourseRole.Instructor));
    }

    private static async Task<IResult> ProgressAsync(Guid run, ReadRunProgress read, HttpContext http) =>
        await read.ExecuteAsync(run, http.RequestAborted) is { } progress
            ? new RazorComponentResult<RunProgressView>(new { Progress = progress })
            : Results.NotFound();

    private static async Task<IResult> CancelAsync(Guid run, CancelRun cancel, CourseScope scope, HttpContext http, Speech say)
    {
        if (!await cancel.ExecuteAsync(run, scope.Actor, http.RequestAborted))
            Flash.Bad(http, say["It was not at work any more.", "Der Lauf war nicht mehr im Gange."]);
        return Results.LocalRedirect(Paths.In(scope, "run"));
    }

    private static Task<IResult> AgainAsync(
        Guid run, [FromForm] Guid[]? selected, [FromForm] string? all, GradeAgain again, CourseScope scope, HttpContext http, Speech say) =>
        DoAsync(again.ExecuteAsync(run, all is null ? selected ?? [] : null, scope.Actor, http.RequestAborted), scope, http, say);

    private static async Task<IResult> WaiveAsync(
        Guid run, Guid submission, [FromForm] ReasonCode rule, [FromForm] string? reason, WaiveRule waive, GradeAgain again,
        CourseScope scope, HttpContext http, Speech say)
    {
        if (string.IsNullOrWhiteSpace(reason))
            Flash.Bad(http, say["A rule is overruled only with a reason.", "Eine Regel wird nur mit Begründung überstimmt."]);
        else if (await waive.ExecuteAsync(run, submission, rule, reason, scope.Actor, http.RequestAborted))
            return await DoAsync(again.ExecuteAsync(run, [submission], scope.Actor, http.RequestAborted), scope, http, say);
        return Results.LocalRedirect(Paths.In(scope, $"submissions/{submission}"));
    }

    private static async Task<IResult> PinAsync(
        [FromForm] string rubric, [FromForm] int version, PinRubric pin, CourseScope scope, HttpContext http, Speech say)
    {
        try
        {
            if (await pin.ExecuteAsync(scope.Assignment.Id, rubric, version, scope.Actor, http.RequestAborted))
                Flash.Good(http, say["The next run grades by this version.", "Der nächste Lauf bewertet nach dieser Version."]);
            else
                Flash.Bad(http, say["It is graded: another version comes by re-marking.",
                    "Es ist schon bewertet: Eine andere Version kommt durch Nachbewerten."]);
        }
        catch (DbUpdateConcurrencyException)
        {
            Flash.Bad(http, AssignmentLabels.Conflict(say));
        }
        return Results.LocalRedirect(Paths.In(scope));
    }

    private static async Task<IResult> DoAsync(Task<RunStart> act, CourseScope scope, HttpContext http, Speech say)
    {
        var (_, problem) = await act;
        if (problem is { } known)
            Flash.Bad(http, Explain(known, say));
        return Results.LocalRedirect(Paths.In(scope, problem is RunProblem.NoUpload or RunProblem.Unknown ? "" : "run"));
    }

    private static string Explain(RunProblem problem, Speech say) => problem switch
    {
        RunProblem.NoUpload => say["Nothing was uploaded yet.", "Es wurde noch nichts hochgeladen."],
        RunProblem.AtWork => say["It is at work: cancel it first, or wait.", "Der Lauf ist im Gange: Brechen Sie ihn ab oder warten Sie."],
        RunProblem.Superseded => say["Another rubric version was graded by since: start it anew.",
            "Inzwischen wurde nach einer anderen Fassung bewertet: Starten Sie neu."],
        RunProblem.NothingSelected => say["Select at least one submission.", "Wählen Sie mindestens eine Abgabe aus."],
        _ => say["There is no such run.", "Diesen Lauf gibt es nicht."],
    };
}
