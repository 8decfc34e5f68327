using AutoGrader.Core.Grading;
using AutoGrader.Tests.Core.Computations;
using static AutoGrader.Tests.Core.Grading.Matrices.WrittenAnswer;

namespace AutoGrader.Tests.Core.Grading.Matrices;

public sealed class FirstDivergenceTests
{
    private const string Scores = "QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1";
    private const string Scaled = "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 0.5";
    private const string Output = "11 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6";

    [Fact]
    public void Right_answer_leaves_the_path_nowhere() => Assert.Null(Divergence(Scores, Scaled, Output));

    [Fact]
    public void What_follows_from_an_early_error_is_not_the_first_divergence()
    {
        var divergence = Divergence("QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 0", "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 0")!;

        Assert.Equal(("scores", true, null), (divergence.Step, divergence.IsShown, divergence.Mistake));
        Assert.Equal([new DivergentEntry(5, 3, "0", 1)], divergence.Entries);
        Assert.Contains("one of 15 entries is not right", divergence.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_should_be_are_those_of_the_kinder_comparison()
    {
        var divergence = Divergence(Scores, "1 1 1; 0 0.5 0.5; 0 0,4 0; 0.5 0 0; 0.5 0 1")!;

        Assert.Equal("scaled", divergence.Step);
        Assert.Equal([new DivergentEntry(3, 2, "0,4", 0.5), new DivergentEntry(5, 3, "1", 0.5)], divergence.Entries);
    }

    [Fact]
    public void A_step_that_is_not_shown_is_the_first_divergence_where_a_later_one_betrays_it()
    {
        var divergence = Divergence(Scores, "22 30 36; 10 13 15; 4 5 6; 1 2 3; 7 10 12")!;

        Assert.Equal(("scaled", false, "unscaled"), (divergence.Step, divergence.IsShown, divergence.Mistake));
        Assert.Empty(divergence.Entries);
    }

    [Fact]
    public void A_named_mistake_is_told_with_the_entries()
    {
        var divergence = Divergence(Scores, Scaled, "6 15 23; 2.5 5.5 8.5; 1 2.5 4; 0.5 2 3; 2 5 7.5")!;

        Assert.Equal(("output", "values-transposed"), (divergence.Step, divergence.Mistake));
        Assert.Equal(11, divergence.Entries.Count);
    }

    [Fact]
    public void A_question_that_asks_for_the_last_step_only_still_tells_the_first_divergence()
    {
        var question = SheetFive.Question with { Criteria = [SheetFive.Question.Criteria[2]] };
        var answer = Of("QK^T = 2 2 3; 0 1 1; 0 1 0; 1 0 0; 1 0 1", "14 19 22.5; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6");

        var score = Assert.Single(WrittenAnswer.Grade(question, answer));

        Assert.Equal("full", score.Verdict);
        Assert.Equal("scores", score.Matrix!.FirstDivergence!.Step);
    }

    [Fact]
    public void Both_comparisons_are_told_for_every_step()
    {
        var matrix = WrittenAnswer.Grade(
            "QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 0", "1 1 1; 0 0.5 0.4; 0 0.5 0; 0.5 0 0; 0.5 0 0")[1].Matrix!;

        Assert.Equal((2, 1), (matrix.DifferFromReference, matrix.DifferFromCarried));
        Assert.Equal((0.5, 0), (matrix.Entries[14].Reference, matrix.Entries[14].Carried));
        Assert.Equal((0.5, 0.5), (matrix.Entries[5].Reference, matrix.Entries[5].Carried));
    }

    private static FirstDivergence? Divergence(params string[] matrices) =>
        WrittenAnswer.Grade(matrices).Select(s => s.Matrix?.FirstDivergence).FirstOrDefault(d => d is not null);
}
