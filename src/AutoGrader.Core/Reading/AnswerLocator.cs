using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Reading;

/// <summary>Finds the answers to a rubric's questions in a report. Pure: the same content and rubric give the same answers.</summary>
public static class AnswerLocator
{
    /// <summary>Assigns every block to at most one question.</summary>
    public static AnswerDocument Locate(ReportContent content, Rubric rubric) => throw new NotImplementedException();
}
