using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Grading;

/// <summary>Reasons that arise here: from the ledger and from faults of the program.</summary>
internal static class OwnReasons
{
    /// <summary>Processing ended the process twice.</summary>
    public static Reason Poison { get; } = new(
        ReasonCode.UnreadablePdf,
        new LocalizedText(
            "Processing this file ended the program twice, so it is not tried again.",
            "Die Verarbeitung dieser Datei hat das Programm zweimal beendet; sie wird nicht noch einmal versucht."),
        new LocalizedText(
            "A person has to open it by hand, with care. The file may be damaged: exporting the report anew as PDF may help.",
            "Die Datei muss von Hand und mit Vorsicht geöffnet werden. Vielleicht ist sie beschädigt: "
            + "Den Bericht neu als PDF zu exportieren, kann helfen."));

    /// <summary>The program failed on this file in a way it should not.</summary>
    public static Reason Fault { get; } = new(
        ReasonCode.UnreadablePdf,
        new LocalizedText(
            "The program met an unexpected fault while it processed this file.",
            "Bei der Verarbeitung dieser Datei trat ein unerwarteter Programmfehler auf."),
        new LocalizedText(
            "Nothing needs to be done by the student; a person will look at it.",
            "Von Ihnen ist nichts zu tun; eine Person sieht sich die Abgabe an."));
}
