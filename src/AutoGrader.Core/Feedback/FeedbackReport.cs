namespace AutoGrader.Core.Feedback;

/// <summary>
/// Feedback as data: what a student (or, for the summary, a tutor) reads, before any layout. Rendered to PDF, later to HTML.
/// </summary>
public sealed record FeedbackReport
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The line repeated at the foot of every page, beside the page number: sheet, rubric version, engine version.</summary>
    public required string Footer { get; init; }

    /// <summary>The content in order.</summary>
    public required IReadOnlyList<FeedbackBlock> Blocks { get; init; }

    /// <summary>Marks on the student's own pages.</summary>
    public IReadOnlyList<PageMark> Marks { get; init; } = [];
}
