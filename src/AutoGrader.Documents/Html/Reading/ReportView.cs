using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Html.Svg;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>What the view of a reading shows: a report beside what the machine read in it. No points, no reference answers.</summary>
public sealed record ReportView
{
    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>The report's pages as drawn.</summary>
    public required PageDrawings Drawings { get; init; }

    /// <summary>The sheet whose questions were looked for.</summary>
    public required Rubric Rubric { get; init; }

    /// <summary>What was read; <c>null</c> where the report could not be opened.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>The answers; <c>null</c> where nothing was read.</summary>
    public required AnswerDocument? Answers { get; init; }

    /// <summary>Why the report, or a part of it, was not read.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The language of the view's own words.</summary>
    public required Language Language { get; init; }
}
