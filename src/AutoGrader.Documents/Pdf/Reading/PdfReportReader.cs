namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// Reads the text and mathematics of a PDF with their places. The only entrance to the PDF library for reading; no library type leaves it.
/// </summary>
public static class PdfReportReader
{
    /// <summary>Raised whenever the same bytes would be read differently.</summary>
    public const int Version = 4;

    /// <summary>Deeply nested objects are walked recursively by the library; a default stack would end the process.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Reads a report. Never throws for any bytes; only cancellation is thrown.</summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (pdf.Length == 0)
            return ReadingReasons.Unreadable("The PDF file is empty.", "Die PDF-Datei ist leer.");
        if (pdf.Length > limits.Bytes)
            return ReadingReasons.TooLarge(limits.Bytes);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        PdfReadResult? result = null;
        var token = stop.Token;
        var thread = new Thread(() => result = ReportReading.Read(pdf, limits, token), StackSize)
        {
            IsBackground = true,
            Name = "PDF reading",
        };
        thread.Start();
        if (Join(thread, limits.WallTime, cancellationToken))
            return result ?? ReadingReasons.NotOpened();

        // The library has no way to be interrupted. The thread ends by itself at the next page, or stays behind as a background thread.
        stop.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
        return ReadingReasons.TookTooLong();
    }

    private static bool Join(Thread thread, TimeSpan wallTime, CancellationToken cancellationToken)
    {
        var slice = TimeSpan.FromMilliseconds(50);
        for (var waited = TimeSpan.Zero; waited < wallTime; waited += slice)
        {
            if (thread.Join(slice < wallTime - waited ? slice : wallTime - waited))
                return true;
            if (cancellationToken.IsCancellationRequested)
                return false;
        }

        return false;
    }
}
