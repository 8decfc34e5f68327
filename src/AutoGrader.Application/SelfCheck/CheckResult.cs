using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.SelfCheck;

/// <summary>
/// What a student learns before handing in: whether the file keeps the rules and how it is read. No points, no reference.
/// </summary>
public sealed record CheckResult
{
    /// <summary>What every answer says, so that nobody takes it for a mark.</summary>
    public static LocalizedText Disclaimer { get; } = new(
        "This check compares with no reference answer and gives no points. Nothing of it is kept.",
        "Diese Prüfung vergleicht mit keiner Musterlösung und vergibt keine Punkte. Nichts davon wird aufbewahrt.");

    /// <summary>The file's name.</summary>
    public required string Uploaded { get; init; }

    /// <summary>The name of the PDF in it; <c>null</c> where there is none, or none could be chosen.</summary>
    public string? PdfName { get; init; }

    /// <summary>Broken rules and remarks; empty where everything is in order.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Whether it would be graded as it is.</summary>
    public required bool WouldBeGraded { get; init; }

    /// <summary>Whether the PDF could be opened and read.</summary>
    public required bool WasRead { get; init; }

    /// <summary>How many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>The questions of the sheet with what was read; empty where nothing could be read.</summary>
    public IReadOnlyList<CheckedQuestion> Questions { get; init; } = [];

    /// <summary>The figures of the report, and what they lack.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What could not be read. Pictures are among the figures.</summary>
    public IReadOnlyList<ReadingRemark> Remarks { get; init; } = [];

    /// <summary>The language of the report, or the default.</summary>
    public required Language Language { get; init; }

    /// <summary>Whether there is anything the student should mend or look at.</summary>
    public bool HasProblems =>
        Reasons.Count > 0
        || Questions.Any(q => q.State != AnswerState.Found || q.Doubt is not null || q.Numbers.Count > 0)
        || Figures.Any(f => f.Missing.Count > 0)
        || Remarks.Count > 0;
}

/// <summary>How a question was found in a report.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="State">Whether an answer was found.</param>
/// <param name="Doubt">Why the place is doubtful, or <c>null</c>.</param>
public sealed record CheckedQuestion(string Id, LocalizedText Title, AnswerState State, LocalizedText? Doubt)
{
    /// <summary>The pages that the answer stands on, from 1; empty where there is none.</summary>
    public required IReadOnlyList<int> Pages { get; init; }

    /// <summary>The answer as read.</summary>
    public required IReadOnlyList<ReportBlock> Blocks { get; init; }

    /// <summary>The answer as read, as text.</summary>
    public required string Text { get; init; }

    /// <summary>Where the student's own numbers do not fit together.</summary>
    public required IReadOnlyList<CheckRemark> Numbers { get; init; }
}
