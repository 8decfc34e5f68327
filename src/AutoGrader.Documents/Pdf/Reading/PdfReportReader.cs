namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// Reads the text and mathematics of a PDF with their places. The only entrance to the PDF library for reading; no library type leaves it.
/// </summary>
public static class PdfReportReader
{
    /// <summary>Raised whenever the same bytes would be read differently.</summary>
    public const int Version = 1;

    /// <summary>Reads a report. Never throws for any bytes; only cancellation is thrown.</summary>
    public static PdfReadResult Read(byte[] pdf, PdfReadLimits limits, CancellationToken cancellationToken) => throw new NotImplementedException();
}
