using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Html.Svg;

namespace AutoGrader.Application.Inspection;

/// <summary>What the machine reads in one report. No points, no reference answers.</summary>
public sealed record ReportInspection
{
    /// <summary>The file that was named, a PDF or a hand-in.</summary>
    public required string FileName { get; init; }

    /// <summary>What was read; <c>null</c> where the report could not be opened.</summary>
    public required ReportContent? Content { get; init; }

    /// <summary>The answers to the sheet's questions; <c>null</c> where there was no text to find them in.</summary>
    public required AnswerDocument? Answers { get; init; }

    /// <summary>Why the report, or a part of it, was not read.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>The pages as drawn, where that was asked for.</summary>
    public required PageDrawings Drawings { get; init; }

    /// <summary>The language of the report, or the default.</summary>
    public required Language Language { get; init; }
}
