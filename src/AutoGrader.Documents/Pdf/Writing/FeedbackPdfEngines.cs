namespace AutoGrader.Documents.Pdf.Writing;

/// <summary>The engine that this build renders feedback with.</summary>
public static class FeedbackPdfEngines
{
#if QUESTPDF
    /// <summary>QuestPDF, chosen at build time by <c>-p:PdfEngine=QuestPDF</c>.</summary>
    public static IFeedbackPdfEngine Default { get; } = new Quest.QuestPdfEngine();
#else
    /// <summary>The engine without further dependencies.</summary>
    public static IFeedbackPdfEngine Default { get; } = new PdfPigFeedbackEngine();
#endif
}
