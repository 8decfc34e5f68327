using AutoGrader.Core.Feedback;

namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>The default engine.</summary>
public sealed class PdfPigFeedbackEngine : IFeedbackPdfEngine
{
    /// <inheritdoc/>
    public byte[] Render(FeedbackReport report, byte[]? studentPdf) => throw new NotImplementedException();
}
