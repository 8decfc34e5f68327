using AutoGrader.Application.Data;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Runs;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// Grades a graded assignment by another version of its rubric, beside what counts: nothing of that changes until somebody accepts it. One
/// that was open before is dropped.
/// </summary>
public sealed class StartRemarking(Database database, StartRun start, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Starts.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="rubricHash">The other version.</param>
    /// <param name="seenVersion">The version of the assignment that the person saw.</param>
    /// <param name="actor">Who starts.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<RemarkResult> ExecuteAsync(
        Guid assignmentId, string rubricHash, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } assignment
            || !await context.RubricsOf(assignment.CourseId)
                .AnyAsync(r => r.Hash == rubricHash && r.RubricId == assignment.RubricId, cancellationToken))
            return RemarkResult.Refused(RemarkProblem.Unknown);
        if (assignment.Version != seenVersion)
            return RemarkResult.Refused(RemarkProblem.Conflict);
        if (assignment.RubricHash == rubricHash)
            return RemarkResult.Refused(RemarkProblem.SameVersion);
        var from = await context.Runs.SingleOrDefaultAsync(
            r => r.Input!.AssignmentId == assignmentId && r.RubricHash == assignment.RubricHash, cancellationToken);
        if (from is not { State: RunState.Finished })
            return RemarkResult.Refused(RemarkProblem.NotGraded);
        var upload = await context.Uploads.Where(u => u.AssignmentId == assignmentId).OrderByDescending(u => u.ReceivedAt)
            .ThenByDescending(u => u.Id).FirstOrDefaultAsync(cancellationToken);
        if (upload is null || upload.Id != from.UploadId)
            return RemarkResult.Refused(RemarkProblem.NewerUpload);
        var now = clock.GetUtcNow().UtcDateTime;
        await context.Remarkings.Where(r => r.AssignmentId == assignmentId && r.AcceptedAt == null && r.DroppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DroppedAt, now), cancellationToken);
        var (run, entry) = await start.StartInAsync(context, assignment, rubricHash, upload, actor, cancellationToken);
        var remarking = new StoredRemarking
        {
            Id = ids.Next(),
            AssignmentId = assignmentId,
            FromRunId = from.Id,
            ToRunId = run.Id,
            StartedBy = actor,
            StartedAt = now,
        };
        context.Remarkings.Add(remarking);
        audit.Add(context, actor, "remark.start", remarking.Id.ToString(), $"{from.RubricHash[..12]} to {rubricHash[..12]}");
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else started one in the same moment: one at a time is open.
            return RemarkResult.Refused(RemarkProblem.Conflict);
        }
        start.Poke(entry);
        return RemarkResult.Done(remarking.Id);
    }
}
