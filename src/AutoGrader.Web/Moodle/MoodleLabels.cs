using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Moodle;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Moodle;

/// <summary>Words and colours for transfers from and to Moodle.</summary>
internal static class MoodleLabels
{
    public static string Of(MoodleTransferState state, Speech say) => state switch
    {
        MoodleTransferState.Queued or MoodleTransferState.Approved => say["Waits", "Wartet"],
        MoodleTransferState.Running or MoodleTransferState.Sending => say["At work", "Im Gange"],
        MoodleTransferState.Compared => say["Compared, nothing sent", "Verglichen, nichts gesendet"],
        MoodleTransferState.Done => say["Done", "Fertig"],
        _ => say["Cannot go on", "Kommt nicht weiter"],
    };

    public static string ColourOf(MoodleTransferState state) => state switch
    {
        MoodleTransferState.Done => "good",
        MoodleTransferState.Compared => "warn",
        MoodleTransferState.Failed => "bad",
        _ => "live",
    };

    /// <summary>Whether somebody works on it or it waits for that.</summary>
    public static bool IsAtWork(MoodleTransferState state) =>
        state is not (MoodleTransferState.Compared or MoodleTransferState.Done or MoodleTransferState.Failed);

    public static string Explain(TransferProblem problem, Speech say) => problem switch
    {
        TransferProblem.NotConnected => say[
            "Connect the assignment with one in Moodle first.", "Verbinden Sie die Aufgabe zuerst mit einer in Moodle."],
        TransferProblem.AtWork => say[
            "Something is at work already: wait until it is done.", "Es ist schon etwas im Gange: Warten Sie, bis es fertig ist."],
        TransferProblem.NothingGraded => say["Nothing was graded yet.", "Es wurde noch nichts bewertet."],
        TransferProblem.NotFetched => say[
            "What was graded is not what was fetched last: fetch the submissions, then start the run again; what is graded is used again.",
            "Bewertet wurde nicht, was zuletzt abgeholt wurde: Holen Sie die Abgaben ab und starten Sie den Lauf noch einmal; was bewertet "
            + "ist, wird wieder benutzt."],
        _ => say["There is nothing to be continued.", "Es gibt nichts fortzusetzen."],
    };

    public static string Of(MoodleReceiptState state, Speech say) => state switch
    {
        MoodleReceiptState.Planned => say["Would be sent", "Würde gesendet"],
        MoodleReceiptState.Same => say["There already", "Schon da"],
        MoodleReceiptState.Blocked => say["Held back", "Zurückgehalten"],
        MoodleReceiptState.Conflict => say["Conflict", "Konflikt"],
        MoodleReceiptState.Sent => say["Sent, not confirmed", "Gesendet, nicht bestätigt"],
        MoodleReceiptState.Confirmed => say["Sent and confirmed", "Gesendet und bestätigt"],
        _ => say["Refused by Moodle", "Von Moodle abgelehnt"],
    };

    public static string ColourOf(MoodleReceiptState state) => state switch
    {
        MoodleReceiptState.Planned => "live",
        MoodleReceiptState.Same or MoodleReceiptState.Confirmed => "good",
        MoodleReceiptState.Refused => "bad",
        _ => "warn",
    };
}
