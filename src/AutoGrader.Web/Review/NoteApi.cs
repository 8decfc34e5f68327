using AutoGrader.Application.Review.Notes;
using AutoGrader.Web.Courses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AutoGrader.Web.Review;

/// <summary>Notes of tutors for tutors, for programs.</summary>
internal static class NoteApi
{
    /// <summary>A note on an answer; students never see it.</summary>
    /// <param name="SubmissionId">Whose answer.</param>
    /// <param name="CriterionId">The criterion that it is about.</param>
    /// <param name="Text">Plain text of at most 2,000 characters.</param>
    internal sealed record NewNote(Guid SubmissionId, string CriterionId, string Text);

    /// <summary>Another text for a note.</summary>
    /// <param name="Text">Plain text of at most 2,000 characters.</param>
    internal sealed record ChangedNote(string Text);

    public static void MapNoteApi(this RouteGroupBuilder run)
    {
        run.MapGet("/notes", (Guid run, string? question, ReadNotes read, CancellationToken cancel) =>
            read.ExecuteAsync(run, question, cancellationToken: cancel)).WithSummary("The tutors' notes on answers, the oldest first.");
        run.MapPost("/notes", WriteAsync).WithSummary("Writes a note for other tutors; students never see it.");
        run.MapPut("/notes/{note:guid}", ChangeAsync).WithSummary("Changes a note; only its author may.");
        run.MapDelete("/notes/{note:guid}", DeleteAsync).WithSummary("Deletes a note; its author and instructors may.");
    }

    private static async Task<IResult> WriteAsync(
        Guid run, NewNote note, WriteNote write, CourseScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return Answer(await write.ExecuteAsync(
                run, note.SubmissionId, note.CriterionId ?? "", note.Text, scope.Actor, cancellationToken));
        }
        catch (ArgumentException fault)
        {
            return Results.BadRequest(new { Problem = fault.Message });
        }
    }

    private static async Task<IResult> ChangeAsync(
        Guid note, ChangedNote text, ChangeNote change, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await change.ExecuteAsync(note, text.Text, scope.Actor, cancellationToken));

    private static async Task<IResult> DeleteAsync(
        Guid note, DeleteNote delete, CourseScope scope, CancellationToken cancellationToken) =>
        Answer(await delete.ExecuteAsync(note, scope.Actor, scope.Role, cancellationToken));

    private static IResult Answer(NoteResult result) => result.Problem is { } problem
        ? Results.UnprocessableEntity(new { Problem = problem.English })
        : Results.Ok(new { result.NoteId });
}
