using AutoGrader.Core;

namespace AutoGrader.Application.Remarking;

/// <summary>What an effect cannot tell, and why.</summary>
internal static class EffectWords
{
    /// <summary>A hand-in without a report that may be graded.</summary>
    public static LocalizedText NotInspected { get; } = new(
        "Whether this hand-in may be graded must be looked at anew: that is done when it is re-marked.",
        "Ob diese Abgabe bewertet werden darf, muss neu geprüft werden: Das geschieht beim Nachbewerten.");

    /// <summary>A report without a reading by this program.</summary>
    public static LocalizedText NotRead { get; } = new(
        "This program has no reading of the report (it was read by another version, or not to the end): re-marking opens it again.",
        "Zu diesem Bericht liegt keine Lesung dieses Programms vor (andere Version oder nicht zu Ende gelesen): "
        + "Beim Nachbewerten wird er noch einmal geöffnet.");

    /// <summary>A fault of the program.</summary>
    public static LocalizedText Fault { get; } = new(
        "The program met an unexpected fault; re-marked, this submission would go to a person.",
        "Es trat ein unerwarteter Programmfehler auf; nachbewertet ginge diese Abgabe an eine Person.");

    /// <summary>Graded answers are missing.</summary>
    public static LocalizedText LearnsLess { get; } = new(
        "This version has fewer graded answers to learn from: more goes to a person. Graded answers are stored with a version; "
        + "were they forgotten?",
        "Diese Version hat weniger bewertete Antworten, aus denen gelernt wird: Mehr geht an eine Person. Bewertete Antworten werden "
        + "mit einer Version gespeichert; wurden sie vergessen?");

    /// <summary>The rules of the hand-in changed.</summary>
    public static LocalizedText HandInChanged { get; } = new(
        "The rules of the hand-in changed. Who may be graded by the new ones is not looked at here, only when it is re-marked.",
        "Die Abgaberegeln wurden geändert. Wer nach den neuen bewertet werden darf, wird hier nicht geprüft, erst beim Nachbewerten.");

    /// <summary>An outside judge.</summary>
    public static LocalizedText Judge { get; } = new(
        "An outside judge is set. What it will say of changed criteria is not known: it may send more to a person, never change points.",
        "Ein externer Zweitbewerter ist eingestellt. Was er zu geänderten Kriterien sagen wird, ist nicht bekannt: "
        + "Er kann mehr an eine Person geben, aber keine Punkte ändern.");
}
