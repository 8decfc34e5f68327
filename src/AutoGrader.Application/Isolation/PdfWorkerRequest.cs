using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>What a worker is asked to do with the PDF that follows.</summary>
/// <param name="Job">What.</param>
/// <param name="Limits">Within which bounds.</param>
internal sealed record PdfWorkerRequest(PdfWorkerJob Job, PdfReadLimits Limits);

/// <summary>The kinds of <see cref="PdfWorkerRequest"/>.</summary>
internal enum PdfWorkerJob
{
    /// <summary>Read text and mathematics: the answer is a <see cref="PdfReadResult"/>.</summary>
    Read,

    /// <summary>Draw the pages: the answer is a <see cref="Documents.Html.Svg.PageDrawings"/>.</summary>
    Draw,
}
