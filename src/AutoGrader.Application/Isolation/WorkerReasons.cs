using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>Why a file could not be worked on by a worker, for the person who can mend it. Not properties of the bytes alone.</summary>
internal static class WorkerReasons
{
    private static readonly LocalizedText ExportAgain = new(
        "Export the report to PDF again, if possible with another program, and hand it in again.",
        "Exportieren Sie den Bericht noch einmal als PDF, wenn möglich mit einem anderen Programm, und geben Sie ihn erneut ab.");

    public static PdfReadResult TookTooLong() => Unreadable(
        "Reading the PDF file took too long; it was stopped.",
        "Das Lesen der PDF-Datei hat zu lange gedauert und wurde abgebrochen.");

    public static PdfReadResult Crashed() => Unreadable(
        "The PDF file made the reader crash or need more memory than it may use.",
        "An der PDF-Datei ist das Leseprogramm abgestürzt, oder es brauchte mehr Speicher, als es belegen darf.");

    /// <summary>Why a view shows blank paper.</summary>
    public static LocalizedText NotDrawn { get; } = new(
        "The pages could not be drawn within the limits of time and memory.",
        "Die Seiten ließen sich nicht innerhalb der Grenzen für Zeit und Speicher zeichnen.");

    private static PdfReadResult Unreadable(string english, string german) =>
        new(null, new Reason(ReasonCode.UnreadablePdf, new(english, german), ExportAgain)) { IsRepeatable = false };
}
