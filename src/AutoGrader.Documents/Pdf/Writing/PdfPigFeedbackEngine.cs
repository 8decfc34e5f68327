using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.StudentPages;

namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>
/// The default engine: a layout of our own, and the student's pages copied with PdfPig. Tagged, searchable, subset fonts. Thread-safe.
/// </summary>
public sealed class PdfPigFeedbackEngine : IFeedbackPdfEngine
{
    /// <inheritdoc/>
    public byte[] Render(FeedbackReport report, byte[]? studentPdf)
    {
        if (studentPdf is null)
            return new ReportDocument(report, null).Write();
        try
        {
            using var student = StudentReport.Open(studentPdf);
            return new ReportDocument(report, student).Write();
        }
        catch (Exception)
        {
            // The PDF library throws nearly anything for damaged files, and copying may meet the damage late. A fault of our own
            // shows again in the next line, which has no student's file to blame.
            return new ReportDocument(EngineTexts.WithoutPages(report), null).Write();
        }
    }
}
