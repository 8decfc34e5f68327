using AutoGrader.Application.Outlets;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Assignments;

/// <summary>Words for what happens to marks in Moodle.</summary>
internal static class ReleaseLabels
{
    public static string Of(ReleaseKind kind, Speech say) => kind switch
    {
        ReleaseKind.Ready => say["Ready", "Bereit"],
        ReleaseKind.Undecided => say["Undecided", "Nicht entschieden"],
        ReleaseKind.NoRow => say["No row", "Keine Zeile"],
        ReleaseKind.Locked => say["Locked", "Gesperrt"],
        ReleaseKind.OtherScale => say["Other maximum", "Anderes Maximum"],
        ReleaseKind.Zero => say["Zero points", "Null Punkte"],
        _ => say["Reason only", "Nur Begründung"],
    };

    public static string Explain(ReleaseKind kind, Speech say) => kind switch
    {
        ReleaseKind.Undecided => say[
            "A person has still to decide; nothing is written.", "Jemand muss noch entscheiden; es wird nichts geschrieben."],
        ReleaseKind.NoRow => say[
            "The worksheet has no row for it: the mark can go nowhere. Download the worksheet without filters.",
            "Die Bewertungstabelle hat keine Zeile dafür: Die Note kann nirgendwohin. Laden Sie die Tabelle ohne Filter herunter."],
        ReleaseKind.Locked => say[
            "Locked or overridden in the gradebook: Moodle drops the mark without a word.",
            "In der Bewertungsübersicht gesperrt oder überschrieben: Moodle verwirft die Note stillschweigend."],
        ReleaseKind.OtherScale => say[
            "Moodle's maximum is not the rubric's: no grade is written. Set it in Moodle and download the worksheet again.",
            "Moodles Maximum ist nicht das des Schemas: Es wird keine Note geschrieben. Stellen Sie es in Moodle ein und laden Sie die "
            + "Tabelle neu."],
        ReleaseKind.Zero => say[
            "Moodle 5.2 and later drop a grade of exactly 0 without a word: enter it by hand there.",
            "Moodle ab 5.2 verwirft eine Note von genau 0 stillschweigend: Tragen Sie sie dort von Hand ein."],
        ReleaseKind.ReasonOnly => say[
            "Not graded: the reason goes out as a comment, and no mark.",
            "Nicht bewertet: Die Begründung geht als Kommentar hinaus, keine Note."],
        _ => say["Mark and comment are written.", "Note und Kommentar werden geschrieben."],
    };
}
