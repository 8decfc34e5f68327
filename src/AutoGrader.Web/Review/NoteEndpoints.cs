using AutoGrader.Application.Review.Notes;
using AutoGrader.Web.Courses;
using AutoGrader.Web.Localisation;
using AutoGrader.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>Notes of tutors for tutors: written at the desk or beside a submission, and back to where they were written.</summary>
internal static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder endpoints)
    {
        var notes = endpoints.MapGroup("/courses/{course:guid}/assignments/{assignment:guid}/runs/{run:guid}/notes").RequireToken();
        notes.MapPost("", WriteAsync);
        notes.MapPost("/{note:guid}/change", ChangeAsync);
        notes.MapPost("/{note:guid}/delete", DeleteAsync);
    }

    private static async Task<IResult> WriteAsync(
        Guid run, [FromForm] NoteForm form, WriteNote write, CourseScope scope, HttpContext http, Speech say)
    {
        try
        {
            var result = await write.ExecuteAsync(
                run, form.Submission, form.Criterion ?? "", form.Text, scope.Actor, http.RequestAborted);
            return Answer(result, form, scope, http, say, say["Noted.", "Notiert."]);
        }
        catch (ArgumentException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> ChangeAsync(
        Guid note, [FromForm] NoteForm form, ChangeNote change, CourseScope scope, HttpContext http, Speech say) =>
        Answer(
            await change.ExecuteAsync(note, form.Text, scope.Actor, http.RequestAborted), form, scope, http, say,
            say["Note changed.", "Notiz geändert."]);

    private static async Task<IResult> DeleteAsync(
        Guid note, [FromForm] NoteForm form, DeleteNote delete, CourseScope scope, HttpContext http, Speech say) =>
        Answer(
            await delete.ExecuteAsync(note, scope.Actor, scope.Role, http.RequestAborted), form, scope, http, say,
            say["Note deleted.", "Notiz gelöscht."]);

    private static IResult Answer(NoteResult result, NoteForm form, CourseScope scope, HttpContext http, Speech say, string done)
    {
        if (result.Problem is { } problem)
            Flash.Bad(http, say[problem]);
        else
            Flash.Good(http, done);
        var page = form.Group is { Length: > 0 } group
            ? $"review/{Uri.EscapeDataString(group)}{QueryOf(form)}" : $"submissions/{form.Submission}#q{form.Question}";
        return Results.LocalRedirect(Paths.In(scope, page));
    }

    private static string QueryOf(NoteForm form) => form.Only ? $"?only=true&question={Uri.EscapeDataString(form.Question ?? "")}" : "";
}

/// <summary>The form of a note, with where it was sent from.</summary>
internal sealed class NoteForm
{
    public Guid Submission { get; set; }

    public string? Criterion { get; set; }

    public string? Text { get; set; }

    public string? Question { get; set; }

    /// <summary>The group that is open at the desk; empty beside a submission.</summary>
    public string? Group { get; set; }

    /// <summary>Whether the tutor goes through this question alone.</summary>
    public bool Only { get; set; }
}
