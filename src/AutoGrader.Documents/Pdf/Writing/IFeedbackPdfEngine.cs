using AutoGrader.Core.Feedback;

namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>
/// Renders feedback to PDF. A seam: the default engine is <see cref="PdfPigFeedbackEngine"/>, QuestPDF can take its place at build time.
/// </summary>
public interface IFeedbackPdfEngine
{
    /// <summary>Renders a report. Same input, same bytes.</summary>
    /// <param name="report">What to render.</param>
    /// <param name="studentPdf">
    /// The student's own PDF, whose pages follow the report with the report's marks on them; <c>null</c>, or a file that cannot be
    /// copied, leaves the pages out and says so in the report.
    /// </param>
    byte[] Render(FeedbackReport report, byte[]? studentPdf);
}
