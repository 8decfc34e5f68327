using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Grading;

/// <summary>Cuts a reading into answers. Pure.</summary>
internal static class LocatedAnswers
{
    /// <summary>The answers; <c>null</c> where nothing was read.</summary>
    /// <param name="content">What was read.</param>
    /// <param name="reason">Why not all of it was read; <c>null</c> where it was.</param>
    /// <param name="rubric">The rubric.</param>
    public static AnswerDocument? Of(ReportContent? content, Reason? reason, Rubric rubric)
    {
        if (content is not { Blocks.Count: > 0 })
            return null;
        var document = AnswerLocator.Locate(content, rubric);
        // Where a part could not be read, what was not found may stand there.
        return reason is null ? document : document with { Answers = [.. document.Answers.Select(MissingAsUnreadable)] };
    }

    private static Answer MissingAsUnreadable(Answer answer) =>
        answer.State == AnswerState.Missing ? answer with { State = AnswerState.Unreadable } : answer;
}
