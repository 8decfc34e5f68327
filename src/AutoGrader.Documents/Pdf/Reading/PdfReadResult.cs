using System.Text.Json.Serialization;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// What became of reading: content, or the reason why there is none, or both where parts could not be read (no text layer).
/// </summary>
/// <param name="Content">What was read; <c>null</c> where the file cannot be opened.</param>
/// <param name="Reason"><c>unreadable-pdf</c>, <c>encrypted-pdf</c> or <c>no-text-layer</c>; <c>null</c> where the report was read.</param>
public sealed record PdfReadResult(ReportContent? Content, Reason? Reason)
{
    /// <summary>
    /// Whether the same bytes under the same limits end the same again. <c>false</c> where a lack of time or the end of the reading process
    /// decided: such a result is not to be kept.
    /// </summary>
    [JsonIgnore]
    public bool IsRepeatable { get; init; } = true;
}
