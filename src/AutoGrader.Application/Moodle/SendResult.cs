using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core;

namespace AutoGrader.Application.Moodle;

/// <summary>Sends the result of one participant and reads it back.</summary>
internal sealed class SendResult(Database database, MoodleApi api)
{
    private static readonly LocalizedText ChangedHere = new(
        "The result has changed here since the comparison: compare anew.",
        "Das Ergebnis hat sich hier seit dem Vergleich geändert: Vergleichen Sie neu.");

    private static readonly LocalizedText ChangedThere = new(
        "Grade or comment in Moodle has changed since the comparison: compare anew.",
        "Note oder Kommentar in Moodle haben sich seit dem Vergleich geändert: Vergleichen Sie neu.");

    private static readonly LocalizedText NotTaken = new(
        "Moodle answered, but did not take the grade: it is locked or overridden in the gradebook, or graded by a rubric of Moodle's.",
        "Moodle hat geantwortet, die Note aber nicht übernommen: Sie ist in der Bewertungsübersicht gesperrt oder überschrieben, oder die "
        + "Aufgabe wird mit einem Raster von Moodle bewertet.");

    private static readonly LocalizedText NotWhole = new(
        "Moodle took the grade, but comment or feedback file are not as they were sent: look at them in Moodle.",
        "Moodle hat die Note übernommen, aber Kommentar oder Feedback-Datei stehen nicht so da, wie sie gesendet wurden: Sehen Sie in "
        + "Moodle nach.");

    private static readonly LocalizedText GradeOnly = new(
        "The grade is confirmed; comment and file can be read only once they are released in Moodle.",
        "Die Note ist bestätigt; Kommentar und Datei sind erst lesbar, wenn sie in Moodle freigegeben sind.");

    private static readonly LocalizedText NoFile = new(
        "The feedback file is missing in the data directory: run `autograder doctor`, then grade again.",
        "Die Feedback-Datei fehlt im Datenverzeichnis: Führen Sie `autograder doctor` aus und bewerten Sie noch einmal.");

    /// <summary>Sends it. The receipt says what became of it.</summary>
    /// <param name="push">The push.</param>
    /// <param name="receipt">What was planned.</param>
    /// <param name="wanted">What is wanted by now; <c>null</c> where there is nothing any more.</param>
    /// <param name="save">Saves the receipt.</param>
    /// <param name="cancellationToken">Ends the work between two requests.</param>
    /// <exception cref="MoodleException">Nothing more can be sent for now; this receipt is asked about first when it goes on.</exception>
    public async Task ExecuteAsync(
        Push push, MoodleReceipt receipt, WantedResult? wanted, Func<Task> save, CancellationToken cancellationToken)
    {
        if (wanted is null || !IsAsPlanned(receipt, wanted))
        {
            Set(receipt, MoodleReceiptState.Blocked, wanted?.Block ?? ChangedHere);
            return;
        }
        try
        {
            await SendAsync(push, receipt, wanted, save, cancellationToken);
        }
        catch (MoodleException fault) when (fault.Fault == MoodleFault.Refused)
        {
            Set(receipt, MoodleReceiptState.Refused, fault.Text);
        }
    }

    private static void Set(MoodleReceipt receipt, MoodleReceiptState state, LocalizedText? reason) =>
        (receipt.State, receipt.Reason) = (state, reason);

    private static bool IsAsPlanned(MoodleReceipt receipt, WantedResult wanted) => wanted.Block is null
        && wanted.Grade == receipt.Grade && wanted.FeedbackHash == receipt.FeedbackHash
        && WantedResults.HashOf(wanted.Comment) == receipt.CommentHash;

    /// <summary>What is there is what the comparison saw or, after an interruption, what was being sent.</summary>
    private static bool IsAsCompared(MoodleReceipt receipt, LiveState live) =>
        (live.Grade == receipt.GradeInMoodle || live.Grade == receipt.Grade)
        && (!live.IsReadable || live.CommentHash == receipt.CommentInMoodle || live.CommentHash == receipt.CommentHash);

    private Task<LiveState> LookAsync(Push push, MoodleReceipt receipt, CancellationToken cancellationToken) => LiveState.ReadAsync(
        api, push.Access, push.Assignment.Id, receipt.UserId!.Value,
        () => api.GradesAsync(push.Access, push.Assignment.Id, cancellationToken), cancellationToken);

    private async Task SendAsync(
        Push push, MoodleReceipt receipt, WantedResult wanted, Func<Task> save, CancellationToken cancellationToken)
    {
        var live = await LookAsync(push, receipt, cancellationToken);
        var decision = PushDecision.Of(
            receipt, push.Seen.GetValueOrDefault(receipt.ParticipantNumber), live, push.Last.GetValueOrDefault(receipt.UserId!.Value),
            push.Target);
        var content = decision.SendsFile ? database.Artifacts.TryGet(wanted.FeedbackHash!) : null;
        if (decision.State != MoodleReceiptState.Planned)
        {
            Set(receipt, decision.State, decision.Reason);
            return;
        }
        if (!IsAsCompared(receipt, live))
        {
            Set(receipt, MoodleReceiptState.Conflict, ChangedThere);
            return;
        }
        if (decision.SendsFile && content is null)
        {
            Set(receipt, MoodleReceiptState.Blocked, NoFile);
            return;
        }
        long? draft = content is null ? null : await api.UploadAsync(push.Access, push.Target.FileName, content, cancellationToken);
        Set(receipt, MoodleReceiptState.Sent, decision.Reason);
        receipt.SendsFile = decision.SendsFile;
        await save();
        await SaveGradeAsync(push, receipt, wanted, live, draft, cancellationToken);
        await ConfirmAsync(push, receipt, content?.Length, cancellationToken);
    }

    private async Task SaveGradeAsync(
        Push push, MoodleReceipt receipt, WantedResult wanted, LiveState live, long? draft, CancellationToken cancellationToken)
    {
        // Where only the reason goes out, the grade is given back as it is: the function always sets one.
        var grade = new GradeToSave(
            push.Assignment.Id, receipt.UserId!.Value, wanted.Grade ?? live.Grade, push.Target.HasComments ? wanted.Comment : null, draft);
        try
        {
            await api.SaveGradeAsync(push.Access, grade, cancellationToken);
        }
        catch (MoodleException fault) when (fault.Fault == MoodleFault.Silent)
        {
            // Perhaps it was done all the same: reading back tells, or fails as well.
        }
    }

    private async Task ConfirmAsync(Push push, MoodleReceipt receipt, int? fileSize, CancellationToken cancellationToken)
    {
        var live = await LookAsync(push, receipt, cancellationToken);
        receipt.GradeInMoodle = live.Grade;
        receipt.CommentInMoodle = live.CommentHash;
        if (receipt.Grade is { } grade && live.Grade != grade)
            Set(receipt, MoodleReceiptState.Refused, NotTaken);
        else if (!live.IsReadable)
            Set(receipt, MoodleReceiptState.Confirmed, GradeOnly);
        else if ((push.Target.HasComments && live.CommentHash != receipt.CommentHash)
            || (fileSize is not null && live.Files.GetValueOrDefault(push.Target.FileName, -1) != fileSize))
            Set(receipt, MoodleReceiptState.Refused, NotWhole);
        else
            Set(receipt, MoodleReceiptState.Confirmed, receipt.Reason);
    }
}
