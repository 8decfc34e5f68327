using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Maintenance;

/// <summary>What to forget.</summary>
/// <param name="InputPath">The input, as it was given to grade; <c>null</c> for an assignment.</param>
/// <param name="Participant">
/// The participant number (or, in plain folders, the file's relative path); <c>null</c> forgets the whole input.
/// </param>
/// <param name="Actor">Who asked, for the audit trail.</param>
/// <param name="AssignmentId">The assignment of the service; <c>null</c> for an input of the command line.</param>
public sealed record ForgetRequest(string? InputPath, string? Participant, string Actor, Guid? AssignmentId = null);

/// <summary>What was forgotten.</summary>
/// <param name="Submissions">Number of submissions.</param>
/// <param name="Artifacts">Number of stored files deleted; files that others still refer to stay.</param>
/// <param name="Readings">Number of stored readings deleted.</param>
public sealed record ForgetResult(int Submissions, int Artifacts, int Readings);

/// <summary>
/// Deletes what is stored of a participant or of a whole input: rows and files, without a trace in free pages of the database.
/// The audit trail says that and when, not whom. Input and output folders are not touched. A stored worksheet names everybody, and an
/// uploaded export holds everybody's hand-in, so that forgetting one participant deletes both as well: to grade on, they are given again.
/// </summary>
public sealed class Forget(Database database, IDatabaseProvider provider, AuditTrail audit)
{
    /// <summary>Forgets. Forgetting what is not there changes nothing.</summary>
    public async Task<ForgetResult> ExecuteAsync(ForgetRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var location = request.InputPath is { } path ? InputLocation.Of(path) : null;
        var input = await context.Inputs.SingleOrDefaultAsync(
            i => request.AssignmentId != null ? i.AssignmentId == request.AssignmentId : i.Location == location && location != null,
            cancellationToken);
        if (input is null)
            return new ForgetResult(0, 0, 0);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var submissions = await DeleteSubmissionsAsync(context, input.Id, request.Participant, cancellationToken);
        if (submissions == 0 && request.Participant is not null)
            return new ForgetResult(0, 0, 0);
        await DeleteUploadsAsync(context, input.AssignmentId, cancellationToken);
        if (request.Participant is null)
            await context.Inputs.Where(i => i.Id == input.Id).ExecuteDeleteAsync(cancellationToken);
        else
            await context.Runs.Where(r => r.InputId == input.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.WorksheetHash, (string?)null)
                        .SetProperty(r => r.WorksheetDownloadedAt, (DateTime?)null), cancellationToken);
        var (artifacts, readings) = await UnreferencedFiles.DeleteRowsAsync(context, cancellationToken);
        audit.Add(context, request.Actor, request.Participant is null ? "input.forget" : "participant.forget", input.Id.ToString(),
            $"{submissions} submissions");
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // After the rows: a file without a row is swept later, a row without a file would be a loss.
        foreach (var hash in artifacts)
            database.Artifacts.Delete(hash);
        if (input.AssignmentId is { } assignmentId)
            FetchFolder.Of(database, assignmentId).Delete();
        await provider.EraseDeletedAsync(context, cancellationToken);
        return new ForgetResult(submissions, artifacts.Count, readings);
    }

    private static async Task DeleteUploadsAsync(AutoGraderDbContext context, Guid? assignmentId, CancellationToken cancellationToken)
    {
        if (assignmentId is null)
            return;
        await context.Uploads.Where(u => u.AssignmentId == assignmentId).ExecuteDeleteAsync(cancellationToken);
        // What was fetched from Moodle names everybody, too. Receipts are deleted with their hand-ins.
        await context.MoodleParticipants.Where(p => p.AssignmentId == assignmentId).ExecuteDeleteAsync(cancellationToken);
        await context.Assignments.Where(a => a.Id == assignmentId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.WorksheetHash, (string?)null).SetProperty(a => a.WorksheetDownloadedAt, (DateTime?)null),
            cancellationToken);
    }

    private static async Task<int> DeleteSubmissionsAsync(
        AutoGraderDbContext context, Guid inputId, string? participant, CancellationToken cancellationToken)
    {
        var doomed = context.Submissions.Where(s => s.InputId == inputId && (participant == null || s.HandInKey == participant));
        // The ledger and the audit trail hold ids only; the ledger's rows are deleted with their subjects, the audit trail stays.
        await context.JobEntries.Where(e => doomed.Any(s => s.Id == e.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        var deleted = await doomed.ExecuteDeleteAsync(cancellationToken);
        // Prompts and replies hold the words of answers. One that another score still names is that answer's as well.
        await context.JudgeReplies.Where(r => !context.Scores.Any(s => s.OpinionKey == r.Key)).ExecuteDeleteAsync(cancellationToken);
        // Whatever was learnt from decisions holds those words as well; a run that is at work learns anew.
        await context.AnswerSets.Where(s => !context.Rubrics.Any(r => r.AnswersHash == s.Hash)
            && !context.CourseRubrics.Any(r => r.AnswersHash == s.Hash)).ExecuteDeleteAsync(cancellationToken);
        return deleted;
    }
}
