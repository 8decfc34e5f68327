using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// What became of reading: content, or the reason why there is none, or both where parts could not be read (no text layer).
/// </summary>
/// <param name="Content">What was read; <c>null</c> where the file cannot be opened.</param>
/// <param name="Reason"><c>unreadable-pdf</c>, <c>encrypted-pdf</c> or <c>no-text-layer</c>; <c>null</c> where the report was read.</param>
public sealed record PdfReadResult(ReportContent? Content, Reason? Reason);
