using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Archives;

/// <summary>What students read about an archive that could not be used.</summary>
internal static class ArchiveReasons
{
    private static readonly LocalizedText PackAgain = new(
        "Pack the PDF into a new ZIP with the ordinary function of your operating system, without a password, open it once to check " +
        "it, and hand it in again.",
        "Bitte packen Sie das PDF mit der gewöhnlichen Funktion Ihres Betriebssystems ohne Kennwort neu als ZIP, öffnen Sie es zur " +
        "Probe und geben Sie es erneut ab.");

    private static readonly LocalizedText PdfOnly = new(
        "Hand in a new ZIP that holds nothing but the PDF of your report.",
        "Bitte geben Sie ein neues ZIP ab, das nur das PDF Ihres Berichts enthält.");

    private static readonly LocalizedText OnePdf = new(
        "Put the PDF of your report directly into the ZIP and hand it in again.",
        "Bitte legen Sie das PDF Ihres Berichts direkt in das ZIP und geben Sie es erneut ab.");

    /// <summary>The whole archive cannot be read.</summary>
    public static Reason For(ZipFault fault, ByteSource content, ArchiveLimits limits) => fault switch
    {
        ZipFault.Empty => new(ReasonCode.NotAZip, new("The file is empty (0 bytes).", "Die Datei ist leer (0 Bytes)."), PackAgain),
        ZipFault.NotAZip => NotAZip(content),
        ZipFault.CutOff => Damaged(
            "The ZIP is cut off: its end is missing, so the upload or the packing was not finished.",
            "Das ZIP ist abgeschnitten: Sein Ende fehlt, das Hochladen oder Packen wurde also nicht abgeschlossen."),
        ZipFault.Split => Damaged(
            "The ZIP is one part of an archive split into several.",
            "Das ZIP ist ein Teil eines auf mehrere Dateien verteilten Archivs."),
        ZipFault.TooManyEntries => TooManyEntries(limits),
        _ => Damaged(
            "The ZIP is damaged: its table of contents contradicts itself.",
            "Das ZIP ist beschädigt: Sein Inhaltsverzeichnis widerspricht sich."),
    };

    /// <summary>One file of the archive cannot be read.</summary>
    public static Reason For(ZipFault fault, string name, ArchiveLimits limits) => fault switch
    {
        ZipFault.Encrypted => Damaged(
            $"“{name}” is encrypted in the ZIP (protected by a password) and cannot be opened.",
            $"„{name}“ ist im ZIP verschlüsselt (mit einem Kennwort geschützt) und lässt sich nicht öffnen."),
        ZipFault.UnknownMethod => Damaged(
            $"“{name}” is compressed in an unusual way that cannot be read.",
            $"„{name}“ ist auf eine unübliche Art komprimiert, die nicht gelesen werden kann."),
        ZipFault.MoreThanAnnounced => Unsafe(
            $"“{name}” holds more than the ZIP announces, as archives do that are made to harm.",
            $"„{name}“ enthält mehr, als das ZIP angibt, wie bei Archiven, die Schaden anrichten sollen."),
        ZipFault.TooLarge => new(
            ReasonCode.UnreadablePdf,
            new($"“{name}” is too large: more than {limits.MaximumPdfBytes >> 20} MiB.",
                $"„{name}“ ist zu groß: mehr als {limits.MaximumPdfBytes >> 20} MiB."),
            new(
                "Export the report again with smaller pictures and hand it in again.",
                "Bitte exportieren Sie den Bericht mit kleineren Bildern und geben Sie ihn erneut ab.")),
        _ => Damaged($"“{name}” is damaged in the ZIP.", $"„{name}“ ist im ZIP beschädigt."),
    };

    /// <summary>The file is larger than any hand-in should be.</summary>
    public static Reason TooLarge(ArchiveLimits limits) => new(
        ReasonCode.UnsafeArchive,
        new($"The file is larger than {limits.MaximumArchiveBytes >> 20} MiB and is not opened.",
            $"Die Datei ist größer als {limits.MaximumArchiveBytes >> 20} MiB und wird nicht geöffnet."),
        PdfOnly);

    /// <summary>The archive could harm; what it does is said by the caller.</summary>
    public static Reason Unsafe(string english, string german) => new(ReasonCode.UnsafeArchive, new(english, german), PdfOnly);

    /// <summary>No PDF inside; says what is there instead.</summary>
    public static Reason NoPdf(IReadOnlyList<ZipEntry> files)
    {
        static bool Ends(ZipEntry entry, params string[] endings) =>
            endings.Any(e => entry.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

        if (files.Count == 0)
            return new(ReasonCode.NoPdf, new("The ZIP is empty.", "Das ZIP ist leer."), OnePdf);
        if (files.Any(f => f.Path == "[Content_Types].xml"))
            return new(
                ReasonCode.NoPdf,
                new("The file is an Office document under another name, not a ZIP with a PDF.",
                    "Die Datei ist ein umbenanntes Office-Dokument, kein ZIP mit einem PDF."),
                OnePdf);
        if (files.FirstOrDefault(f => Ends(f, ".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")) is { } inner)
            return new(
                ReasonCode.NoPdf,
                new($"There is no PDF in the ZIP, but another archive (“{inner.Name}”); archives within archives are not opened.",
                    $"Im ZIP liegt kein PDF, sondern ein weiteres Archiv („{inner.Name}“); Archive in Archiven werden nicht geöffnet."),
                OnePdf);
        var first = files.FirstOrDefault(f => Ends(f, ".docx", ".doc", ".odt", ".pages", ".tex", ".ipynb", ".md", ".rtf", ".html"))
            ?? files[0];
        return new(
            ReasonCode.NoPdf,
            files.Count == 1
                ? new($"There is no PDF in the ZIP, only “{first.Name}”.", $"Im ZIP liegt kein PDF, nur „{first.Name}“.")
                : new(
                    $"There is no PDF in the ZIP, only {files.Count} other files, such as “{first.Name}”.",
                    $"Im ZIP liegt kein PDF, nur {files.Count} andere Dateien, etwa „{first.Name}“."),
            new("Export your report as a PDF, put it into the ZIP and hand it in again.",
                "Bitte exportieren Sie Ihren Bericht als PDF, legen Sie es in das ZIP und geben Sie es erneut ab."));
    }

    private static Reason NotAZip(ByteSource content)
    {
        var detail = FileSignature.Describe(content) is { } what
            ? new LocalizedText($"The file is not a ZIP archive but {what.English}.",
                $"Die Datei ist kein ZIP-Archiv, sondern {what.German}.")
            : new LocalizedText("The file is not a ZIP archive.", "Die Datei ist kein ZIP-Archiv.");
        return new(ReasonCode.NotAZip, detail, new(
            "Renaming does not make a ZIP: put the PDF of your report into a ZIP archive and hand that in.",
            "Umbenennen macht noch kein ZIP: Bitte packen Sie das PDF Ihres Berichts in ein ZIP-Archiv und geben Sie dieses ab."));
    }

    private static Reason TooManyEntries(ArchiveLimits limits) => Unsafe(
        $"The ZIP holds more than {limits.MaximumEntries} files and folders.",
        $"Das ZIP enthält mehr als {limits.MaximumEntries} Dateien und Ordner.");

    private static Reason Damaged(string english, string german) => new(ReasonCode.DamagedZip, new(english, german), PackAgain);
}
