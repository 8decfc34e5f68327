namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// Reads the text and mathematics of a PDF with their places. The only entrance to the PDF library for reading; no library type leaves it.
/// </summary>
public static class PdfReportReader
{
    /// <summary>Raised whenever the same bytes would be read differently.</summary>
    public const int Version = 7;

    /// <summary>Deeply nested objects are walked recursively by the library; a default stack would end the process.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>
    /// Reads a report. Never throws for any bytes; only cancellation is thrown, which is looked at between two pages. The limits of time
    /// and memory are the caller's to keep.
    /// </summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (pdf.Length == 0)
            return ReadingReasons.Unreadable("The PDF file is empty.", "Die PDF-Datei ist leer.");
        if (pdf.Length > limits.Bytes)
            return ReadingReasons.TooLarge(limits.Bytes);

        var result = ReadingReasons.NotOpened();
        var thread = new Thread(() => result = ReportReading.Read(pdf, limits, cancellationToken), StackSize)
        {
            // A process that is to end does not wait for it.
            IsBackground = true,
            Name = "PDF reading",
        };
        thread.Start();
        thread.Join();
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }
}
