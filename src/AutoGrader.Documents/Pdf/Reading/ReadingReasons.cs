using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>Why a report has no content, or none that can be read, for the person who can mend it.</summary>
internal static class ReadingReasons
{
    private static readonly LocalizedText ExportAgain = new(
        "Export the report to PDF again, open it once to check, and hand it in again.",
        "Exportieren Sie den Bericht noch einmal als PDF, öffnen Sie ihn zur Probe und geben Sie ihn erneut ab.");

    public static PdfReadResult NotOpened() =>
        Unreadable("The PDF file is damaged and cannot be opened.", "Die PDF-Datei ist beschädigt und lässt sich nicht öffnen.");

    public static PdfReadResult TooLarge(long limit)
    {
        var size = (limit / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
        return Unreadable($"The PDF file is larger than {size} MB.", $"Die PDF-Datei ist größer als {size} MB.");
    }

    public static PdfReadResult TooManyPages(int pages, int limit)
    {
        var (has, most) = (pages.ToString(CultureInfo.InvariantCulture), limit.ToString(CultureInfo.InvariantCulture));
        return new(null, new Reason(
            ReasonCode.UnreadablePdf,
            new(
                $"The report has {has} pages; reports of at most {most} pages are read automatically.",
                $"Der Bericht hat {has} Seiten; maschinell gelesen werden Berichte von höchstens {most} Seiten."),
            new(
                "Hand in the answers to this sheet only. A report that has to be so long is read by a person.",
                "Geben Sie nur die Antworten zu diesem Blatt ab. Ein Bericht, der so lang sein muss, wird von einer Person gelesen.")));
    }

    public static PdfReadResult Unreadable(string english, string german) =>
        new(null, new Reason(ReasonCode.UnreadablePdf, new(english, german), ExportAgain));

    public static PdfReadResult Encrypted() => new(null, new Reason(
        ReasonCode.EncryptedPdf,
        new("The PDF file can only be opened with a password.", "Die PDF-Datei lässt sich nur mit einem Passwort öffnen."),
        new(
            "Save the report without a password and hand it in again.",
            "Speichern Sie den Bericht ohne Passwort und geben Sie ihn erneut ab.")));

    public static PdfReadResult TooMuchMemory() => Unreadable(
        "Reading the PDF file needs more memory than is allowed.",
        "Das Lesen der PDF-Datei braucht mehr Speicher, als erlaubt ist.");

    public static Reason OnlyImages() => NoTextLayer(
        "The pages are images (a scan or photos); there is no text to read.",
        "Die Seiten sind Bilder (Scan oder Fotos); es gibt keinen lesbaren Text.");

    public static Reason NoText() => NoTextLayer(
        "No text was found on the pages.",
        "Auf den Seiten wurde kein Text gefunden.");

    private static Reason NoTextLayer(string english, string german) => new(
        ReasonCode.NoTextLayer,
        new(english, german),
        new(
            "A tutor reads this report. A PDF exported from a word processor, LaTeX or a notebook is read by machine.",
            "Dieser Bericht wird von einer Person gelesen. "
                + "Ein PDF aus Textverarbeitung, LaTeX oder Notebook kann maschinell gelesen werden."));
}
