using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Moodle;
using AutoGrader.Core;
using AutoGrader.Web.Assignments;
using AutoGrader.Web.Courses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Moodle;

/// <summary>A site and a token for it.</summary>
/// <param name="Site">The address of a site that the service may talk to.</param>
/// <param name="Token">A token of the person's own.</param>
internal sealed record MoodleCredentials(string Site, string Token);

/// <summary>What is replaced in Moodle although it did not come from here.</summary>
/// <param name="Replace">The ids of receipts in conflict.</param>
internal sealed record MoodleApproval(IReadOnlyList<Guid>? Replace);

/// <summary>The direct connection to Moodle for programs. For instructors, as on the pages.</summary>
internal static class MoodleApiEndpoints
{
    public static void MapMoodleApi(this IEndpointRouteBuilder assignment)
    {
        var moodle = assignment.MapGroup("").WithMetadata(new NeedsRoleAttribute(CourseRole.Instructor));
        moodle.MapPut("/connection", async (MoodleCredentials given, ConnectMoodle connect, CourseScope scope, CancellationToken cancel) =>
                Answer(await connect.ExecuteAsync(scope.Assignment.Id, given.Site, given.Token, scope.Actor, cancel)))
            .WithSummary("Connects with a Moodle site by a token, which is never given back.");
        moodle.MapDelete("/connection", async (DisconnectMoodle disconnect, CourseScope scope, CancellationToken cancel) =>
            {
                await disconnect.ExecuteAsync(scope.Assignment.Id, scope.Actor, cancel);
                return Results.NoContent();
            })
            .WithSummary("Ends the connection and deletes the token.");
        moodle.MapGet("/test", (TestMoodle test, CourseScope scope, CancellationToken cancel) =>
                test.ExecuteAsync(scope.Assignment.Id, cancel))
            .WithSummary("What the token may do, and what is missing.");
        moodle.MapGet("/assignments", (ListMoodleAssignments list, CourseScope scope, CancellationToken cancel) =>
                list.ExecuteAsync(scope.Assignment.Id, cancel))
            .WithSummary("The assignments in Moodle that may be chosen.");
        moodle.MapPut("/assignments/{id:long}",
                async (long id, ChooseMoodleAssignment choose, CourseScope scope, CancellationToken cancel) =>
                    Answer(await choose.ExecuteAsync(scope.Assignment.Id, id, scope.Actor, cancel)))
            .WithSummary("Chooses the assignment in Moodle.");
        MapTransfers(moodle);
    }

    private static void MapTransfers(IEndpointRouteBuilder moodle)
    {
        moodle.MapPost("/fetch", async (StartTransfer start, CourseScope scope, CancellationToken cancel) =>
                Answer(await start.FetchAsync(scope.Assignment.Id, scope.Actor, cancel)))
            .WithSummary("Fetches the submissions, in the background.");
        moodle.MapPost("/compare", async (StartTransfer start, FindRun find, CourseScope scope, CancellationToken cancel) =>
                Answer(await start.CompareAsync(
                    scope.Assignment.Id, (await find.ExecuteAsync(cancel))?.Id ?? Guid.Empty, scope.Actor, cancel)))
            .WithSummary("Compares the results with Moodle, in the background. Nothing is sent.");
        moodle.MapGet("/transfers/{transfer:guid}", async (Guid transfer, AutoGraderDbContext context, CancellationToken cancel) =>
                Results.Ok(await context.MoodleTransfers.Where(t => t.Id == transfer)
                    .Select(t => new { t.Id, t.Kind, t.State, t.Done, t.Total, t.Outcome, t.CreatedAt, t.FinishedAt }).SingleAsync(cancel)))
            .WithSummary("How far a transfer has come.");
        moodle.MapGet("/transfers/{transfer:guid}/receipts", ReceiptsAsync)
            .WithSummary("What would be sent, or what became of it, participant by participant.");
        moodle.MapPost("/transfers/{transfer:guid}/approve",
                async (Guid transfer, MoodleApproval? given, ApprovePush approve, CourseScope scope, CancellationToken cancel) =>
                    await approve.ExecuteAsync(transfer, given?.Replace ?? [], scope.Actor, cancel)
                        ? Results.Accepted()
                        : Results.Conflict())
            .WithSummary("Sends what was compared.");
        moodle.MapPost("/transfers/{transfer:guid}/resume",
                async (Guid transfer, StartTransfer start, CourseScope scope, CancellationToken cancel) =>
                    Answer(await start.ResumeAsync(scope.Assignment.Id, transfer, scope.Actor, cancel)))
            .WithSummary("Goes on with a transfer that could not.");
    }

    private static async Task<IResult> ReceiptsAsync(Guid transfer, AutoGraderDbContext context, CancellationToken cancellationToken) =>
        Results.Ok(await context.MoodleReceipts.Where(r => r.TransferId == transfer).OrderBy(r => r.ParticipantNumber)
            .Select(r => new
            {
                r.Id,
                r.ParticipantNumber,
                r.SubmissionId,
                r.State,
                r.GradeInMoodle,
                r.Grade,
                r.SendsFile,
                r.Replaces,
                r.Reason,
                r.At,
            })
            .ToListAsync(cancellationToken));

    private static IResult Answer(LocalizedText? problem) =>
        problem is null ? Results.NoContent() : Results.UnprocessableEntity(new { Problem = problem });

    private static IResult Answer(TransferStart start) => start.Problem is { } problem
        ? Results.Conflict(new { Problem = problem.ToString() })
        : Results.Accepted(value: new { start.TransferId });
}
