using AutoGrader.Core;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Grading;

/// <summary>What to grade, by what, and where the results go.</summary>
public sealed record GradeRequest
{
    /// <summary>A Moodle export, a folder of hand-ins, or one hand-in.</summary>
    public required string InputPath { get; init; }

    /// <summary>The rubric version to grade by; it is stored if it is not yet.</summary>
    public required RubricVersion Rubric { get; init; }

    /// <summary>Graded answers given with the rubric, to learn from.</summary>
    public GradedAnswerSet Answers { get; init; } = GradedAnswerSet.Empty;

    /// <summary>Moodle's grading worksheet; <c>null</c> for none.</summary>
    public string? WorksheetPath { get; init; }

    /// <summary>When the worksheet was downloaded; <c>null</c> takes the file's last write time.</summary>
    public DateTimeOffset? WorksheetDownloadedAt { get; init; }

    /// <summary>The folder the results are written to; <c>null</c> writes none.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>How many submissions are graded at the same time; <c>null</c> takes the setting.</summary>
    public int? Parallel { get; init; }

    /// <summary>A filled-in <c>review.csv</c>: people's decisions; <c>null</c> for none. Decisions of earlier runs stay in force.</summary>
    public string? OverridesPath { get; init; }

    /// <summary>The language of feedback and comments; <c>null</c> takes the language of each report.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether the worksheet also gets grades that no person has decided yet (ADR 3).</summary>
    public bool IncludeSuggestions { get; init; }

    /// <summary>Who grades, for the audit trail.</summary>
    public required string Actor { get; init; }
}
