using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.SelfCheck;

/// <summary>
/// What a student learns before handing in: whether the file keeps the rules and how it is read. No points, no reference.
/// </summary>
public sealed record CheckResult
{
    /// <summary>The file's name.</summary>
    public required string Uploaded { get; init; }

    /// <summary>Broken rules and remarks; empty where everything is in order.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Whether it would be graded as it is.</summary>
    public required bool WouldBeGraded { get; init; }

    /// <summary>The questions of the sheet with what was read; empty where nothing could be read.</summary>
    public required IReadOnlyList<CheckedQuestion> Questions { get; init; }

    /// <summary>What could not be read, in English.</summary>
    public required IReadOnlyList<ReadingRemark> Remarks { get; init; }

    /// <summary>The language of the report, or the default.</summary>
    public required Language Language { get; init; }

    /// <summary>Whether there is anything the student should mend or look at.</summary>
    public bool HasProblems =>
        Reasons.Count > 0
        || Questions.Any(q => q.State != AnswerState.Found)
        || Remarks.Any(r => r.Kind is not (ReadingRemarkKind.Picture or ReadingRemarkKind.Attachment));
}

/// <summary>How a question was found in a report.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="State">Whether an answer was found.</param>
/// <param name="Doubt">Why the place is doubtful, or <c>null</c>.</param>
/// <param name="Page">The page the answer begins on, from 1; <c>null</c> where there is none.</param>
/// <param name="Text">The answer as read.</param>
public sealed record CheckedQuestion(string Id, LocalizedText Title, AnswerState State, string? Doubt, int? Page, string Text);
