namespace AutoGrader.Core.Reading;

/// <summary>
/// A report as read: blocks in reading order. It knows nothing of questions, rubrics or right answers, so it is read once, stored, and
/// serves every rubric version. Not the PDF: fonts and images are gone.
/// </summary>
public sealed record ReportContent
{
    /// <summary>
    /// Raised whenever the reader would read the same bytes differently; part of the key under which a reading is stored.
    /// </summary>
    public required int ReaderVersion { get; init; }

    /// <summary>The pages, in order.</summary>
    public required IReadOnlyList<PageSize> Pages { get; init; }

    /// <summary>The blocks, in reading order, page headers and footers left out.</summary>
    public required IReadOnlyList<ReportBlock> Blocks { get; init; }

    /// <summary>What the reader could not read or wants a person to know, in English for tutors.</summary>
    public IReadOnlyList<ReadingRemark> Remarks { get; init; } = [];

    /// <summary>Plots drawn as lines, page by page. No mark depends on them.</summary>
    public IReadOnlyList<PlotReading> Plots { get; init; } = [];
}
