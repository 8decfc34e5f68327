using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core;
using AutoGrader.Documents.Moodle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Fetches the submissions of the connected assignment into an export and a worksheet, and receives both as if somebody had uploaded
/// them: checked, hashed, recognised where they are known. The same submissions make the same bytes.
/// </summary>
internal sealed class FetchSubmissions(
    Database database, OpenMoodle open, MoodleApi api, ReceiveUpload export, ReceiveWorksheet worksheet, MoodleTransfers transfers,
    AuditTrail audit, IOptions<AutoGraderOptions> options, TimeProvider clock)
{
    // Somebody who hands in while the files are fetched begins the round anew; near a deadline that could go on for ever.
    private const int Rounds = 3;

    public async Task ExecuteAsync(MoodleTransfer transfer, CancellationToken cancellationToken)
    {
        var (connection, access) = await open.ExecuteAsync(transfer.AssignmentId, cancellationToken);
        var assignment = await MoodleSnapshot.FindAssignmentAsync(
            api, access, connection.MoodleCourseId ?? 0, transfer.MoodleAssignmentId, cancellationToken);
        var folder = FetchFolder.Of(database, transfer.AssignmentId);
        folder.Create();
        var at = clock.GetUtcNow();
        var snapshot = await FetchAsync(transfer, access, assignment, folder, cancellationToken);
        var fetched = new FetchedExport(snapshot, seconds => access.Site.WallClock(seconds, clock));
        await ReceiveWorksheetAsync(transfer, fetched, snapshot.Assignment.Grade, at, cancellationToken);
        if (fetched.HandIns.Count == 0)
        {
            await transfers.FinishAsync(transfer, new("Nobody has handed in yet.", "Es hat noch niemand abgegeben."), cancellationToken);
            return;
        }
        Write(fetched, folder, seconds => access.Site.WallClock(seconds, clock));
        var received = await ReceiveExportAsync(transfer, folder, cancellationToken);
        folder.Delete();
        await SaveAsync(transfer, fetched, received, cancellationToken);
    }

    private async Task<MoodleSnapshot> FetchAsync(
        MoodleTransfer transfer, MoodleAccess access, AssignmentReply assignment, FetchFolder folder, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var snapshot = await MoodleSnapshot.ReadAsync(api, access, assignment, cancellationToken);
            var fetched = new FetchedExport(snapshot, seconds => access.Site.WallClock(seconds, clock));
            RefuseUnnumbered(fetched);
            var files = fetched.HandIns.SelectMany(h => MoodleSnapshot.FilesOf(h.Submission)).ToList();
            RefuseTooMuch(files);
            foreach (var (done, file) in files.Index())
            {
                await transfers.TellAsync(transfer, done, files.Count, cancellationToken);
                var path = folder.PathOf(file);
                if (!File.Exists(path))
                    await api.DownloadAsync(access, file, path, cancellationToken);
            }
            await transfers.TellAsync(transfer, files.Count, files.Count, cancellationToken);
            if (round == Rounds || snapshot.IsSameAs(await api.SubmissionsAsync(access, assignment.Id, cancellationToken)))
                return snapshot;
        }
    }

    private static void RefuseUnnumbered(FetchedExport fetched)
    {
        if (fetched.Unnumbered is > 0 and var many)
            throw new MoodleException(MoodleFault.Refused, new(
                $"Moodle has not given a participant number to {many} of those who handed in. It does so when somebody opens the list of "
                + "all submissions of the assignment in Moodle: do that once, then fetch again.",
                $"{many} Abgebende haben von Moodle noch keine Teilnehmernummer. Moodle vergibt sie, wenn jemand dort die Liste aller "
                + "Abgaben der Aufgabe öffnet: Tun Sie das einmal und holen Sie dann noch einmal ab."));
    }

    private void RefuseTooMuch(List<FileReply> files)
    {
        if (files.Sum(f => f.FileSize) > options.Value.UploadMebibytes * 1024L * 1024)
            throw new MoodleException(MoodleFault.Refused, new(
                $"The submissions are larger than {options.Value.UploadMebibytes} MiB together, which is the limit here.",
                $"Die Abgaben sind zusammen größer als {options.Value.UploadMebibytes} MiB, mehr nimmt dieser Dienst nicht an."));
    }

    private static void Write(FetchedExport fetched, FetchFolder folder, Func<long, DateTime> wallClock)
    {
        using var output = new FileStream(folder.ExportPath, FileMode.Create);
        using var archive = new SubmissionExport(output);
        foreach (var (owner, number, submission) in fetched.HandIns)
        {
            if (MoodleSnapshot.OnlineTextOf(submission) is { } text)
                archive.AddOnlineText(owner, number, wallClock(submission.TimeModified), text);
            foreach (var file in MoodleSnapshot.FilesOf(submission).OrderBy(f => f.FilePath + f.FileName, StringComparer.Ordinal))
            {
                using var content = File.OpenRead(folder.PathOf(file));
                archive.AddFile(owner, number, $"{file.FilePath}/{file.FileName}", wallClock(file.TimeModified), content);
            }
        }
    }

    private async Task<ReceivedUpload> ReceiveExportAsync(
        MoodleTransfer transfer, FetchFolder folder, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(folder.ExportPath);
        var received = await export.ExecuteAsync(
            transfer.AssignmentId, $"moodle-{transfer.MoodleAssignmentId}.zip", content, transfer.Actor, cancellationToken);
        return received.Problem is { } problem ? throw new MoodleException(MoodleFault.Refused, new(problem, problem)) : received;
    }

    private async Task ReceiveWorksheetAsync(
        MoodleTransfer transfer, FetchedExport fetched, decimal maximum, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var table = new MemoryStream();
        ParticipantList.Write(table, maximum, fetched.Rows);
        table.Position = 0;
        var received = await worksheet.ExecuteAsync(transfer.AssignmentId, table, at, transfer.Actor, cancellationToken);
        if (received.Problem is { } problem)
            throw new MoodleException(MoodleFault.Refused, new(problem, problem));
    }

    /// <summary>What was fetched, and that it was, together or not at all.</summary>
    private async Task SaveAsync(
        MoodleTransfer transfer, FetchedExport fetched, ReceivedUpload received, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var id = transfer.AssignmentId;
        await context.MoodleParticipants.Where(p => p.AssignmentId == id).ExecuteDeleteAsync(cancellationToken);
        context.MoodleParticipants.AddRange(fetched.Participants(id));
        var connection = await context.MoodleConnections.SingleAsync(c => c.AssignmentId == id, cancellationToken);
        connection.FetchedUploadId = received.UploadId;
        audit.Add(context, transfer.Actor, "moodle.fetch", id.ToString(), $"{received.HandIns} hand-ins {received.ContentHash![..12]}");
        await context.SaveChangesAsync(cancellationToken);
        await transfers.FinishInAsync(context, transfer, OutcomeOf(fetched, received), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static LocalizedText OutcomeOf(FetchedExport fetched, ReceivedUpload received)
    {
        var (handIns, people) = (received.HandIns, fetched.Rows.Count);
        var text = new LocalizedText(
            $"{handIns} hand-ins of {people} participants are here.", $"{handIns} Abgaben von {people} Teilnehmenden sind da.");
        return received.WasKnown
            ? text.Then(new("Nothing has changed since the last time.", "Seit dem letzten Mal hat sich nichts geändert."))
            : text;
    }
}
