using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Outlets;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>A push, opened: the assignment in Moodle, what is to go there, and what is known of it.</summary>
internal sealed record Push
{
    public required MoodleAccess Access { get; init; }

    public required AssignmentReply Assignment { get; init; }

    public required PushTarget Target { get; init; }

    /// <summary>What is to be sent, by participant number.</summary>
    public required IReadOnlyList<WantedResult> Wanted { get; init; }

    /// <summary>What the last fetch saw, by participant number.</summary>
    public required IReadOnlyDictionary<string, MoodleParticipant> Seen { get; init; }

    /// <summary>What was sent to this assignment last and confirmed, by user.</summary>
    public required IReadOnlyDictionary<long, MoodleReceipt> Last { get; init; }
}

/// <summary>Opens a push, for its comparison as for its sending.</summary>
internal sealed class OpenPush(Database database, OpenMoodle open, MoodleApi api)
{
    /// <summary>Opens it.</summary>
    /// <exception cref="MoodleException">What was graded is not what was fetched, or Moodle cannot be used.</exception>
    public async Task<Push> ExecuteAsync(MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        var (connection, access) = await open.ExecuteAsync(transfer.AssignmentId, cancellationToken);
        if (connection.MoodleAssignmentId != transfer.MoodleAssignmentId)
            throw new MoodleException(MoodleFault.Closed, new(
                "Another assignment in Moodle has been chosen since: compare anew.",
                "Inzwischen ist eine andere Aufgabe in Moodle gewählt: Vergleichen Sie neu."));
        var assignment = await MoodleSnapshot.FindAssignmentAsync(
            api, access, connection.MoodleCourseId ?? 0, transfer.MoodleAssignmentId, cancellationToken);
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.Runs.AsNoTracking().SingleAsync(r => r.Id == transfer.RunId, cancellationToken);
        if (run.State != RunState.Finished || run.UploadId is null || run.UploadId != connection.FetchedUploadId)
            throw new MoodleException(MoodleFault.Closed, new(
                "What was graded is not what was fetched last, or the run is at work: finish the run on what was fetched, then compare "
                + "anew.",
                "Bewertet wurde nicht, was zuletzt abgeholt wurde, oder der Lauf ist im Gange: Bewerten Sie das Abgeholte zu Ende und "
                + "vergleichen Sie neu."));
        var rubric = await context.Rubrics.AsNoTracking().Where(r => r.Hash == run.RubricHash).Select(r => r.RubricId)
            .SingleAsync(cancellationToken);
        var worksheet = run.WorksheetHash is { } hash ? GradingWorksheet.Read(database.Artifacts.PathOf(hash)) : null;
        if (worksheet?.MaximumGrade != assignment.Grade)
            throw new MoodleException(MoodleFault.Closed, new(
                "Moodle's maximum grade is not what it was when the submissions were fetched: fetch again, then start the run again.",
                "Die Bestwertung in Moodle ist nicht mehr die, die beim Abholen galt: Holen Sie noch einmal ab und starten Sie den Lauf "
                + "noch einmal."));
        var wanted = await WantedResults.ReadAsync(context, database.Artifacts, run.Id, cancellationToken);
        return new Push
        {
            Access = access,
            Assignment = assignment,
            Target = new PushTarget(assignment.Has("comments"), assignment.Has("file"), FeedbackNames.InMoodle(rubric)),
            Wanted = wanted,
            Seen = await context.MoodleParticipants.AsNoTracking().Where(p => p.AssignmentId == transfer.AssignmentId)
                .ToDictionaryAsync(p => p.ParticipantNumber, StringComparer.Ordinal, cancellationToken),
            Last = await LastAsync(context, transfer, cancellationToken),
        };
    }

    private static async Task<IReadOnlyDictionary<long, MoodleReceipt>> LastAsync(
        AutoGraderDbContext context, MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        var confirmed = await (
            from receipt in context.MoodleReceipts
            join sent in context.MoodleTransfers on receipt.TransferId equals sent.Id
            where sent.AssignmentId == transfer.AssignmentId && sent.MoodleAssignmentId == transfer.MoodleAssignmentId
                && receipt.State == MoodleReceiptState.Confirmed && receipt.UserId != null
            select receipt).AsNoTracking().ToListAsync(cancellationToken);
        return confirmed.GroupBy(r => r.UserId!.Value).ToDictionary(g => g.Key, g => g.MaxBy(r => r.At)!);
    }
}
