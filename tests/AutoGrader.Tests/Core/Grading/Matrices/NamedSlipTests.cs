using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Computations;
using AutoGrader.Tests.Core.Computations.Mutations;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Grading.Matrices.WrittenAnswer;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>Slips of the catalogue, by a rubric that writes down no wrong formula.</summary>
public sealed class NamedSlipTests
{
    private const string Scores = "QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1";
    private const string Scaled = "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 0.5";

    private static readonly Question Sheet = SheetFive.Question with { Computation = SheetFive.Attention with { Mistakes = [] } };

    public static TheoryData<string, string, int, string[]> Slips { get; } = new()
    {
        { "scaling_forgotten", "1 0 1", 1, [Scores, "22 30 36; 10 13 15; 4 5 6; 1 2 3; 7 10 12"] },
        { "root_forgotten", "1 0", 1, [Scores, "A = 0.5 0.5 0.5; 0 0.25 0.25; 0 0.25 0; 0.25 0 0; 0.25 0 0.25"] },
        { "root_forgotten", "1 0 1", 1, [Scores, "5.5 7.5 9; 2.5 3.25 3.75; 1 1.25 1.5; 0.25 0.5 0.75; 1.75 2.5 3"] },
        { "other_dimension", "1 0", 1, [Scores, "A = 1.15 1.15 1.15; 0 0.58 0.58; 0 0.58 0; 0.58 0 0; 0.58 0 0.58"] },
        { "integer_division", "1 0 1", 1, [Scores, "1 1 1; 0 0 0; 0 0 0; 0 0 0; 0 0 0", "11 15 18; 0 0 0; 0 0 0; 0 0 0; 0 0 0"] },
        { "reshaped", "0 1", 0, ["2 2 2; 0 0 1; 1 1 1; 0 0 0; 1 1 0", "1 1 1; 0 0 0.5; 0.5 0.5 0.5; 0 0 0; 0.5 0.5 0"] },
        { "transposed", "1 1 0", 2, [Scores, Scaled, "6 15 23; 2.5 5.5 8.5; 1 2.5 4; 0.5 2 3; 2 5 7.5"] },
        { "rows_swapped", "1 1 0", 2, [Scores, Scaled, "11 15 18; 5 6.5 7.5; 0.5 1 1.5; 2 2.5 3; 3.5 5 6"] },
        { "columns_swapped", "1 1 0", 2, [Scores, Scaled, "15 11 18; 6.5 5 7.5; 2.5 2 3; 1 0.5 1.5; 5 3.5 6"] },
        { "given_miscopied", "0 1", 0, ["2 2 1; 0 1 0; 0 1 0; 1 0 0; 1 0 1", "1 1 0.5; 0 0.5 0; 0 0.5 0; 0.5 0 0; 0.5 0 0.5"] },
        { "given_miscopied", "1 1 0", 2, [Scores, Scaled, "11 14 18; 5 6 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 4.5 6"] },
        {
            "given_miscopied", "0", 0,
            ["K = 1 1 0 0; 0 0 1 1; 0 1 0 1", "2 2 2; 0 1 1; 0 1 0; 1 0 1; 1 0 0"]
        },
        {
            "given_miscopied", "0", 0,
            ["K^T = 1 0 0; 1 0 1; 0 1 0; 0 1 1", "2 2 2; 0 1 1; 0 1 0; 1 0 1; 1 0 0"]
        },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Grade_SlipOfTheCatalogue_IsNamedAndJudgedByItsEntries(string slip, string points, int criterion, string[] matrices)
    {
        var scores = WrittenAnswer.Grade(Sheet, Of(matrices));

        Assert.StartsWith(points, PointsOf(scores), StringComparison.Ordinal);
        Assert.Equal(slip, scores[criterion].Mistake);
        Assert.All(scores.Where((_, i) => i != criterion), s => Assert.Null(s.Mistake));
    }

    [Fact] // Divided by 4, it seems, and one entry is off by more: a guess on a guess.
    public void Grade_GuessedSlipThatDoesNotExplainTheLaterMatrixWholly_NeedsReview() => Assert.Equal(
        "1 0? 0.5?",
        PointsOf(WrittenAnswer.Grade(Sheet, Of(Scores, "5.5 7.5 9; 2.5 3.25 3.75; 1 1.25 1.5; 0.25 0.5 0.75; 1.75 2.5 4"))));

    [Fact]
    public void Grade_SlipWithPointsInTheRubric_EarnsTheseWithTheRubricsSentence()
    {
        var question = WithPoints("transposed", new LocalizedText("V is not turned.", "V wird nicht gedreht."), 1);

        var score = WrittenAnswer.Grade(question, Of(Scores, Scaled, "6 15 23; 2.5 5.5 8.5; 1 2.5 4; 0.5 2 3; 2 5 7.5"))[2];

        Assert.Equal(("0.5", "transposed", false), (score.Points.ToString(), score.Mistake, score.NeedsReview));
        Assert.Contains("V is not turned.", score.Rationale.English, StringComparison.Ordinal);
    }

    [Fact] // A slip of the pen in one entry earns half; the same entry cut to a whole number earns nothing: a person decides.
    public void Grade_SlipWithPointsThatOneEntryTells_NeedsReview()
    {
        var answer = Of("2 2 3; 0 2 2; 0 2 0; 2 0 0; 2 0 2", "A = 1 1 1; 0 1 1; 0 1 0; 1 0 0; 1 0 1");
        const string even = "Q * transpose(K) + [[0, 0, 1], [0, 1, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]]";

        var decided = WrittenAnswer.Grade(WithPoints("integer_division", null, 0, even), answer)[1];
        var unmentioned = WrittenAnswer.Grade(WithPoints("transposed", null, 0, even), answer)[1];

        Assert.Equal(("integer_division", true), (decided.Mistake, decided.NeedsReview));
        Assert.Equal((null, "0.5", false), (unmentioned.Mistake, unmentioned.Points.ToString(), unmentioned.NeedsReview));
    }

    [Fact]
    public void Grade_OneEntryWrong_IsNoSlipOfTheCatalogue() => Assert.All(
        WrittenAnswer.Grade(Sheet, Of(Scores, Scaled, "11 15 18; 5 5.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6")), s => Assert.Null(s.Mistake));

    [Fact] // A is symmetric: whether C was not transposed or A was transposed instead, nobody can tell.
    public void Grade_NumbersThatFollowInTwoWays_NamesBothAndClaimsNeither()
    {
        var given = new Dictionary<string, Matrix<double>>
        {
            ["A"] = Matrix<double>.Build.DenseOfRowArrays([1, 2], [2, 5]),
            ["C"] = Matrix<double>.Build.DenseOfRowArrays([1, 3], [0, 2]),
        };
        var question = CatalogueSamples.Ask(CatalogueSamples.Of(given, ("product", "A * transpose(C)")));

        var score = WrittenAnswer.Grade(question, Of("product = 1 7; 2 16"))[0];

        Assert.Equal("transpose_forgotten|transpose_misplaced", score.Mistake);
        Assert.Contains(
            "One of two mistakes leads to these numbers: C was not transposed. Or: A was transposed instead of C.",
            score.Rationale.English,
            StringComparison.Ordinal);
    }

    [Fact] // The rows of B are alike: either entry of the first row of A may have been one larger.
    public void Grade_MiscopiedEntryThatCannotBeToldFromAnother_IsNotNamed()
    {
        var given = new Dictionary<string, Matrix<double>>
        {
            ["A"] = Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 5]),
            ["B"] = Matrix<double>.Build.DenseOfRowArrays([2, 7], [2, 7]),
        };
        var question = CatalogueSamples.Ask(CatalogueSamples.Of(given, ("product", "A * B")));

        Assert.Null(WrittenAnswer.Grade(question, Of("product = 8 28; 16 56"))[0].Mistake);
    }

    [Fact] // Error carried forward: who copied U wrongly once goes on with it.
    public void Grade_MiscopiedMatrixThatIsUsedAgain_IsChargedOnce()
    {
        var given = new Dictionary<string, Matrix<double>>
        {
            ["X"] = Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 1], [0, 2]),
            ["U"] = Matrix<double>.Build.DenseOfRowArrays([1, 2], [0, 3]),
        };
        var question = CatalogueSamples.Ask(CatalogueSamples.Of(given, ("first", "X * U"), ("second", "first * U")));

        var scores = WrittenAnswer.Grade(question, Of("first = 1 10; 3 10; 0 8", "second = 1 42; 3 46; 0 32")); // U with 4 instead of 3

        Assert.Equal("0 1", PointsOf(scores));
        Assert.Equal("given_miscopied", scores[0].Mistake);
        Assert.Contains("U has 4 instead of 3 in row 2, column 2", scores[0].Rationale.English, StringComparison.Ordinal);
        Assert.Contains("in U in Zeile 2, Spalte 2 4 statt 3", scores[0].Rationale.German, StringComparison.Ordinal);
        Assert.True(scores[1].CarriedForward);
    }

    [Theory]
    [InlineData("softmax_axis", 0.047426, 0.5, 0.952574, 0.5)]
    [InlineData("softmax_omitted", 1.0, 1.0, 4.0, 1.0)]
    public void Grade_SlipInAStepThatIsNotShown_IsFoundInTheLaterOne(string slip, params double[] weights)
    {
        var given = new Dictionary<string, Matrix<double>>
        {
            ["S"] = Matrix<double>.Build.DenseOfRowArrays([1, 1], [4, 1]),
            ["V"] = Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 5]),
        };
        var question = CatalogueSamples.Ask(CatalogueSamples.Of(given, ("weights", "softmax(S)"), ("output", "weights * V")));
        var output = Matrix<double>.Build.DenseOfRowMajor(2, 2, weights) * given["V"];

        var scores = WrittenAnswer.Grade(question, Of("output = " + SimulatedStudent.Text(output)));

        Assert.Equal(slip, scores[0].Mistake);
        Assert.Equal("1", scores[1].Points.ToString());
    }

    private static Question WithPoints(string slip, LocalizedText? text, int halfPoints, string? scores = null)
    {
        var criterion = slip == "transposed" ? "3.4c" : "3.4b";
        var points = new Dictionary<string, Points> { [criterion] = Points.FromHalfPoints(halfPoints) };
        var steps = Sheet.Computation!.Steps;
        return Sheet with
        {
            Computation = Sheet.Computation with
            {
                Steps = scores is null ? steps : [steps[0] with { Formula = scores }, .. steps.Skip(1)],
                CatalogueMistakes = [new CatalogueMistake(slip, null, text, points)],
            },
        };
    }
}
