using AutoGrader.Application.Data.Moodle;
using AutoGrader.Core;

namespace AutoGrader.Application.Moodle;

/// <summary>What the assignment in Moodle takes.</summary>
/// <param name="HasComments">Whether comments are switched on.</param>
/// <param name="HasFiles">Whether feedback files are switched on.</param>
/// <param name="FileName">The name of our feedback file, always the same, since Moodle replaces by name.</param>
internal sealed record PushTarget(bool HasComments, bool HasFiles, string FileName);

/// <summary>Decides for a participant whether a result may go to Moodle. Nothing that somebody else put there is lost unasked.</summary>
/// <param name="State">What is to happen.</param>
/// <param name="SendsFile">Whether the feedback file goes, too.</param>
/// <param name="Reason">Why not, or what else is to be known.</param>
internal sealed record PushDecision(MoodleReceiptState State, bool SendsFile, LocalizedText? Reason)
{
    private static readonly LocalizedText NotFetched = new(
        "The last fetch did not see this person: fetch again.",
        "Beim letzten Abholen war diese Person nicht dabei: Holen Sie noch einmal ab.");

    private static readonly LocalizedText Reopened = new(
        "Moodle has opened another attempt: what was graded is the former one.",
        "Moodle hat einen weiteren Versuch geöffnet: Bewertet ist der vorige.");

    private static readonly LocalizedText HandedInAgain = new(
        "The submission has changed since it was fetched: fetch again, then start the run again.",
        "Die Abgabe hat sich seit dem Abholen geändert: Holen Sie noch einmal ab und starten Sie den Lauf noch einmal.");

    private static readonly LocalizedText ForeignComment = new(
        "Moodle holds a comment that did not come from here.", "In Moodle steht ein Kommentar, der nicht von hier kam.");

    private static readonly LocalizedText Hidden = new(
        "Somebody has worked on it in Moodle, which does not show comment and files before it is released.",
        "In Moodle hat jemand daran gearbeitet; Kommentar und Dateien zeigt es vor der Freigabe nicht.");

    private static readonly LocalizedText OtherFiles = new(
        "Our feedback file stays away, because sending it would delete other feedback files in Moodle. Upload feedback.zip by hand.",
        "Unsere Feedback-Datei bleibt weg, weil das Senden andere Feedback-Dateien in Moodle löschen würde. Laden Sie feedback.zip von "
        + "Hand hoch.");

    /// <summary>Decides.</summary>
    /// <param name="wanted">What is to be sent, and whether a person said that others' work is to be replaced.</param>
    /// <param name="seen">What the last fetch saw; <c>null</c> for nothing.</param>
    /// <param name="live">What Moodle holds.</param>
    /// <param name="last">What was sent last and confirmed; <c>null</c> for nothing.</param>
    /// <param name="target">What the assignment takes.</param>
    public static PushDecision Of(
        MoodleReceipt wanted, MoodleParticipant? seen, LiveState live, MoodleReceipt? last, PushTarget target)
    {
        // After an interruption what is hidden may be our own: whether it may be replaced was decided before.
        var wasSent = wanted.State == MoodleReceiptState.Sent;
        if (seen is null)
            return Blocked(NotFetched);
        if (live.Status == "reopened" || live.Attempt != seen.Attempt)
            return Blocked(Reopened);
        if (live.SubmittedAt != seen.SubmittedAt || live.Status != seen.Status)
            return Blocked(HandedInAgain);
        var hidden = live is { HasRecord: true, IsReadable: false };
        var wouldDelete = hidden
            ? last?.SendsFile != true && !wanted.Replaces && !(wasSent && wanted.SendsFile)
            : live.Files.Keys.Any(f => f != target.FileName);
        var hasFile = target.HasFiles && wanted.FeedbackHash is not null;
        var sendsFile = hasFile && !wouldDelete;
        var note = hasFile && wouldDelete ? OtherFiles : null;
        if (IsThere(wanted, live, last, target, sendsFile))
            return new(MoodleReceiptState.Same, sendsFile, note);
        if (!wanted.Replaces && Foreign(wanted, live, last, target) is { } conflict)
            return new(MoodleReceiptState.Conflict, sendsFile, conflict);
        return new(MoodleReceiptState.Planned, sendsFile, note);
    }

    /// <summary>Whether Moodle holds all that is to be sent. What it hides is what was confirmed last.</summary>
    public static bool IsThere(MoodleReceipt wanted, LiveState live, MoodleReceipt? last, PushTarget target, bool sendsFile)
    {
        var comment = live.IsReadable ? live.CommentHash : last?.CommentHash;
        var isFileThere = last is { SendsFile: true } && last.FeedbackHash == wanted.FeedbackHash
            && (!live.IsReadable || live.Files.ContainsKey(target.FileName));
        return (wanted.Grade is null || live.Grade == wanted.Grade)
            && (!target.HasComments || comment == wanted.CommentHash)
            && (!sendsFile || isFileThere);
    }

    /// <summary>What Moodle holds that did not come from here and would be replaced; <c>null</c> for nothing.</summary>
    private static LocalizedText? Foreign(MoodleReceipt wanted, LiveState live, MoodleReceipt? last, PushTarget target)
    {
        if (wanted.Grade is not null && live.Grade is { } grade && grade != wanted.Grade && grade != last?.Grade)
        {
            var points = grade.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            return new($"Moodle holds a grade that did not come from here: {points}.",
                $"In Moodle steht eine Note, die nicht von hier kam: {points.Replace('.', ',')}.");
        }
        if (live is { HasRecord: true, IsReadable: false } && last is null && wanted.State != MoodleReceiptState.Sent)
            return Hidden;
        var isOurs = live.CommentHash is null || live.CommentHash == wanted.CommentHash || live.CommentHash == last?.CommentHash;
        return target.HasComments && !isOurs ? ForeignComment : null;
    }

    private static PushDecision Blocked(LocalizedText why) => new(MoodleReceiptState.Blocked, false, why);
}
