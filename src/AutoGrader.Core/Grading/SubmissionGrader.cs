using AutoGrader.Core.Assessments;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading;

/// <summary>Scores a report against a rubric. Pure: same answers and rubric, same assessment.</summary>
public static class SubmissionGrader
{
    /// <summary>Raised whenever the same answers would be scored differently; printed with every mark.</summary>
    public const int EngineVersion = 1;

    /// <summary>Scores every criterion of every question.</summary>
    public static Assessment Grade(AnswerDocument document, Rubric rubric) => throw new NotImplementedException();
}
