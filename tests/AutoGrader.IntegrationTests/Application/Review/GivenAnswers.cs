using AutoGrader.Core.Grading.Learning;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>The graded answers that come with the sheet's rubric.</summary>
internal static class GivenAnswers
{
    private static readonly string Beside = TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl");

    public static GradedAnswerSet OfTheSheet { get; } =
        GradedAnswerSet.Read(File.ReadAllText(Beside), Beside, Installation.Rubric.Rubric).Set!;
}
