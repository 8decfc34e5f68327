using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>
/// Scores by the rubric's rules alone, taken at their word: nothing is learnt, and what they are 80 % sure of by their own account is
/// decided. For tests of the rules; how far they can be trusted is the business of <c>LearningTests</c>.
/// </summary>
internal static class RulesAlone
{
    private static readonly CalibrationData AtTheirWord =
        new([new CalibrationStage(0, [0, 1, 0, 0], [.. Enumerable.Repeat(0.8, 100)], [])], []);

    public static Assessment Grade(AnswerDocument document, Rubric rubric) => SubmissionGrader.Grade(
        document, rubric, TrainingSet.Read(rubric, []).Train(AtTheirWord, ScoringModel.DefaultSilentErrorTarget));
}
