using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Intake;

/// <summary>What students read about their hand-in, beyond the archive itself.</summary>
internal static class HandInReasons
{
    private static readonly LocalizedText OneZip = new(
        "Hand in exactly one ZIP file and remove the others from the submission.",
        "Bitte geben Sie genau eine ZIP-Datei ab und entfernen Sie die anderen aus der Abgabe.");

    /// <summary>Nothing but perhaps an online text.</summary>
    public static Reason NoFile(bool hasOnlineText) => new(
        ReasonCode.NoPdf,
        hasOnlineText
            ? new("Only an online text was handed in, no file.", "Es wurde nur ein Online-Text abgegeben, keine Datei.")
            : new("No file was handed in.", "Es wurde keine Datei abgegeben."),
        new("Hand in one ZIP file with the PDF of your report.", "Bitte geben Sie eine ZIP-Datei mit dem PDF Ihres Berichts ab."));

    /// <summary>Several files each of which could be the hand-in.</summary>
    public static Reason SeveralFiles(IReadOnlyList<HandInFile> files) => new(
        ReasonCode.DuplicateSubmission,
        new($"{files.Count} files could each be the hand-in: {Names(files, "“", "”")}. None was chosen.",
            $"{files.Count} Dateien kommen als Abgabe in Frage: {Names(files, "„", "“")}. Keine wurde ausgewählt."),
        OneZip);

    /// <summary>One file was chosen, but another one could be the report as well.</summary>
    public static Reason OtherFiles(HandInFile chosen, IReadOnlyList<HandInFile> files)
    {
        var others = files.Where(f => f != chosen).ToArray();
        return new(
            ReasonCode.DuplicateSubmission,
            new($"Of the files handed in, “{chosen.Path}” was taken; not looked at: {Names(others, "“", "”")}.",
                $"Von den abgegebenen Dateien wurde „{chosen.Path}“ genommen; nicht angesehen wurde: {Names(others, "„", "“")}."),
            OneZip);
    }

    /// <summary>Several ZIPs, all with wrong names.</summary>
    public static Reason NoneNamed(IReadOnlyList<HandInFile> zips) => new(
        ReasonCode.ZipName,
        new($"None of the {zips.Count} ZIP files is named “Surname-MatriculationNumber.zip”: {Names(zips, "“", "”")}.",
            $"Keine der {zips.Count} ZIP-Dateien heißt „Nachname-Matrikelnummer.zip“: {Names(zips, "„", "“")}."),
        OneZip);

    /// <summary>The ZIP's name breaks the rule.</summary>
    public static Reason ZipName(LocalizedText fault, NameSuggestion suggestion) => new(ReasonCode.ZipName, fault, suggestion.ForZip());

    /// <summary>The PDF's name lacks the surname or the number.</summary>
    public static Reason PdfName(string pdfName, HandInName expected, bool hasNumber, bool hasSurname)
    {
        var (english, german) = (hasNumber, hasSurname) switch
        {
            (false, false) => (
                $"both the surname “{expected.Surname}” and the number {expected.Matriculation}",
                $"weder den Nachnamen „{expected.Surname}“ noch die Nummer {expected.Matriculation}"),
            (false, true) => ($"the number {expected.Matriculation}", $"nicht die Nummer {expected.Matriculation}"),
            _ => ($"the surname “{expected.Surname}”", $"nicht den Nachnamen „{expected.Surname}“"),
        };
        return new(
            ReasonCode.PdfName,
            new($"The name of the PDF, “{pdfName}”, lacks {english} of the ZIP's name.",
                $"Der Name des PDFs, „{pdfName}“, enthält {german} aus dem Namen des ZIPs."),
            NameSuggestion.ForPdf(pdfName, expected));
    }

    /// <summary>More than one PDF inside.</summary>
    public static Reason SeveralPdfs(IReadOnlyList<string> paths) => new(
        ReasonCode.SeveralPdfs,
        new($"There are {paths.Count} PDFs in the ZIP where exactly one is allowed: {Names(paths, "“", "”")}.",
            $"Im ZIP liegen {paths.Count} PDFs, erlaubt ist genau eines: {Names(paths, "„", "“")}."),
        new("Leave only the PDF of your report in the ZIP (merge several into one) and hand it in again.",
            "Bitte lassen Sie nur das PDF Ihres Berichts im ZIP (mehrere fügen Sie zu einem zusammen) und geben Sie es erneut ab."));

    /// <summary>The export itself is damaged at this file: not the student's fault.</summary>
    public static Reason DamagedInExport(string name) => new(
        ReasonCode.DamagedZip,
        new($"“{name}” cannot be read from the export: the export is damaged at this place.",
            $"„{name}“ lässt sich nicht aus dem Export lesen: Der Export ist an dieser Stelle beschädigt."),
        new("The tutor should download the submissions again; the hand-in itself may be in order.",
            "Die Abgaben müssen neu heruntergeladen werden; die Abgabe selbst kann in Ordnung sein."));

    /// <summary>The surname is not that of the participant.</summary>
    public static Reason Identity(string surname, string fullName) => new(
        ReasonCode.IdentityMismatch,
        new($"The surname in the file's name, “{surname}”, does not occur in the name in Moodle, “{fullName}”.",
            $"Der Nachname im Dateinamen, „{surname}“, kommt im Namen in Moodle, „{fullName}“, nicht vor."),
        new("A person compares the two; nothing needs to be done if the file is yours.",
            "Eine Person vergleicht beides; es ist nichts zu tun, wenn die Datei Ihre ist."));

    /// <summary>Never submitted.</summary>
    public static Reason Draft() => new(
        ReasonCode.Draft,
        new("In Moodle the hand-in is only a draft; it was not submitted.",
            "In Moodle ist die Abgabe nur ein Entwurf; sie wurde nicht eingereicht."),
        new("Press “Submit assignment” in Moodle, if that is still possible.",
            "Bitte bestätigen Sie die Abgabe in Moodle, falls das noch möglich ist."));

    /// <summary>Too late, by the times given; either may be unknown where Moodle itself says late.</summary>
    public static Reason Late(DateTime? handedIn, DateTime? due)
    {
        static string English(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        static string German(DateTime time) => time.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

        var detail = handedIn is { } at && due is { } end && at > end
            ? new LocalizedText($"Handed in on {English(at)}, after the due time {English(end)}.",
                $"Abgegeben am {German(at)}, nach dem Abgabetermin {German(end)}.")
            : new LocalizedText("Moodle reports the hand-in as late.", "Moodle meldet die Abgabe als verspätet.");
        return new(ReasonCode.Late, detail, new(
            "What follows from it is decided by the teaching staff.",
            "Was daraus folgt, entscheidet die Lehrveranstaltungsleitung."));
    }

    /// <summary>Two participants' hand-ins with one number. The other one is not named: students read this.</summary>
    public static Reason SharedNumber(string matriculation) => new(
        ReasonCode.DuplicateSubmission,
        new($"The matriculation number {matriculation} also stands on another participant's hand-in.",
            $"Die Matrikelnummer {matriculation} steht auch auf der Abgabe einer anderen Person."),
        new("Check the number; a person compares the two hand-ins.",
            "Bitte prüfen Sie die Nummer; eine Person vergleicht die beiden Abgaben."));

    private static string Names(IEnumerable<HandInFile> files, string open, string close) =>
        Names([.. files.Select(f => f.Path)], open, close);

    private static string Names(IReadOnlyList<string> names, string open, string close)
    {
        const int Shown = 6;
        var list = string.Join(", ", names.Take(Shown).Select(n => open + n + close));
        return names.Count > Shown ? $"{list}, …" : list;
    }
}
