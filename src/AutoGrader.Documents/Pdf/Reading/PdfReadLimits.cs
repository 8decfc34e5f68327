using AutoGrader.Documents.Pdf.Reading.Recognition;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>
/// Bounds for one report, so that no file can hold up a run. The reader keeps those of content; nothing but the end of its process can
/// keep those of time and memory, so whoever starts the process does.
/// </summary>
public sealed record PdfReadLimits
{
    /// <summary>Wall time for the whole report.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that the heap of the process that reads may take.</summary>
    /// <value>512 MiB.</value>
    public long Memory { get; init; } = 512L * 1024 * 1024;

    /// <summary>Pages of a report; a longer one is not read.</summary>
    /// <value>60.</value>
    public int Pages { get; init; } = 60;

    /// <summary>Letters read on a page; a page with more is remarked on.</summary>
    /// <value>20,000.</value>
    public int LettersPerPage { get; init; } = 20_000;

    /// <summary>Drawn paths looked at on a page; a page with more is remarked on.</summary>
    /// <value>50,000: a drawing with more is no formula.</value>
    public int PathsPerPage { get; init; } = 50_000;

    /// <summary>Bytes of a PDF file.</summary>
    /// <value>64 MiB.</value>
    public long Bytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>What recognises the text of pages that are images; <c>null</c> for nothing: then a person reads them.</summary>
    /// <value><c>null</c>.</value>
    public TextRecogniser? Recogniser { get; init; }
}
