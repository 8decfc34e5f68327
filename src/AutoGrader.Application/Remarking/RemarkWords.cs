using AutoGrader.Core;

namespace AutoGrader.Application.Remarking;

/// <summary>Problems of re-marking in words.</summary>
public static class RemarkWords
{
    /// <summary>The problem, and what can be done.</summary>
    public static LocalizedText Of(RemarkProblem problem) => problem switch
    {
        RemarkProblem.NotGraded => new(
            "Grade the assignment to the end first.", "Bewerten Sie die Aufgabe erst zu Ende."),
        RemarkProblem.SameVersion => new(
            "It is graded by this version already.", "Nach dieser Version ist schon bewertet."),
        RemarkProblem.NewerUpload => new(
            "A newer export was uploaded: grade it first, so that both versions are compared on the same files.",
            "Ein neuerer Export wurde hochgeladen: Bewerten Sie erst ihn, damit beide Versionen an denselben Dateien verglichen werden."),
        RemarkProblem.Conflict => new(
            "Somebody else has changed this assignment in the meantime: look at it and decide again.",
            "Jemand anderes hat diese Aufgabe inzwischen geändert: Sehen Sie nach und entscheiden Sie neu."),
        RemarkProblem.AtWork => new(
            "The other version is not graded to the end yet.", "Nach der anderen Version ist noch nicht zu Ende bewertet."),
        RemarkProblem.Stale => new(
            "Since it was re-marked, something was decided or graded anew. Re-mark again: what still holds is used again.",
            "Seit dem Nachbewerten wurde etwas entschieden oder neu bewertet. Bewerten Sie noch einmal nach: "
            + "Was noch gilt, wird übernommen."),
        RemarkProblem.KeptIsOpen => new(
            "Who keeps the former result must be decided under it: decide first at the desk, or accept the new result for them.",
            "Wer das alte Ergebnis behält, muss darunter entschieden sein: Entscheiden Sie erst am Schreibtisch, "
            + "oder nehmen Sie für sie das neue Ergebnis an."),
        RemarkProblem.Over => new(
            "It was accepted, dropped or taken back already.", "Es wurde schon angenommen, verworfen oder zurückgenommen."),
        _ => new("There is no such re-marking.", "Diese Nachbewertung gibt es nicht."),
    };
}
