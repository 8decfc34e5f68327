using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Tests.Core.Computations;
using static AutoGrader.Tests.Core.Grading.Matrices.WrittenAnswer;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// The rulings of the marking guide on question 3.4, one by one. A question mark behind points means that a person must decide.
/// </summary>
public sealed class MatrixCriterionGraderTests
{
    private const string Scores = "QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1";
    private const string Scaled = "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 0.5";
    private const string Output = "11 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6";
    private const string RootOfKeys = "1,15 1,15 1,15; 0 0,58 0,58; 0 0,58 0; 0,58 0 0; 0,58 0 0,58";
    private const string UnscaledOutput = "22 30 36; 10 13 15; 4 5 6; 1 2 3; 7 10 12";

    public static TheoryData<string, string[], string> Rulings { get; } = new()
    {
        { "no output", [Scores, Scaled], "1 1 0" },
        { "no output, said in words", [Scores, Scaled, "~No time left to multiply by V (5×3 times 3×3)."], "1 1 0" },
        { "only scores", [Scores], "1 0 0" },
        { "only scores, and divided by the root of the number of keys", [Scores, RootOfKeys], "1 0 0" },
        { "all right", [Scores, Scaled, Output], "1 1 1" },
        { "all right without any names", ["2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1", Scaled, Output], "1 1 1" },
        { "right output without steps", [Output], "1 1 1" },
        { "right output and scores", [Scores, Output], "1 1 1" },
        { "scaled and output", [Scaled, Output], "1 1 1" },
        {
            "decimal commas",
            [Scores, "1 1 1; 0 0,5 0,5; 0 0,5 0; 0,5 0 0; 0,5 0 0,5", "11,0 15,0 18,0; 5,0 6,5 7,5; 2 2,5 3; 0,5 1 1,5; 3,5 5 6"],
            "1 1 1"
        },
        {
            "fractions",
            [Scores, "1 1 1; 0 1/2 1/2; 0 1/2 0; 1/2 0 0; 1/2 0 1/2", "11 15 18; 5 13/2 15/2; 2 5/2 3; 1/2 1 3/2; 7/2 5 6"],
            "1 1 1"
        },
        {
            "given matrices and factors repeated",
            [
                "*QK^T = 1 1 1 1; 0 0 0 1; 0 0 1 0; 0 1 0 0; 1 0 0 0",
                "*QK^T = 1 0 1; 1 0 0; 0 1 0; 0 1 1",
                Scores,
                Scaled,
                "*" + Scaled,
                "*1 2 3; 4 5 6; 6 8 9",
                Output,
            ],
            "1 1 1"
        },
        { "scaling only at the end, the unscaled product shown", [Scores, UnscaledOutput, Output], "1 1 1" },
        {
            "one wrong score, rest consistent",
            [
                "QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 0",
                "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 0",
                "11 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 0.5 1 1.5",
            ],
            "0.5 1 1"
        },
        {
            "two wrong scores, rest consistent",
            [
                "2 2 1; 0 1 0; 0 1 0; 1 0 0; 1 0 1",
                "1 1 0.5; 0 0.5 0; 0 0.5 0; 0.5 0 0; 0.5 0 0.5",
                "8 11 13.5; 2 2.5 3; 2 2.5 3; 0.5 1 1.5; 3.5 5 6",
            ],
            "0 1 1"
        },
        {
            "one wrong score, scaled not shown, output consistent",
            ["QK^T = 2 2 3; 0 1 1; 0 1 0; 1 0 0; 1 0 1", "14 19 22.5; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6"],
            "0.5 1 1"
        },
        {
            "one wrong in the scaled matrix, two after it in the output",
            [Scores, "1 1 1; 0 0.5 0.5; 0 0.5 0; 0.5 0 0; 0.5 0 1", "11 15 18; 5 6.5 7; 2 2.5 3; 0.5 1 1.5; 6.5 8 10.5"],
            "1 0.5 0"
        },
        { "one wrong in the output", [Scores, Scaled, "11 15 18; 5 5.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6"], "1 1 0.5" },
        { "never scaled, consistent", [Scores, UnscaledOutput], "1 0 1" },
        { "never scaled, without names", ["2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1", UnscaledOutput], "1 0 1" },
        { "never scaled, only the output", [UnscaledOutput], "1 0 1" },
        { "never scaled, one wrong in the output", [Scores, "22 30 36; 10 14 15; 4 5 6; 1 2 3; 7 10 12"], "1 0 0.5" },
        {
            "one wrong score, never scaled, two wrong in the output",
            ["QK^T = 1 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 1", "21 28 33; 10 12 15; 4 5 6; 1 2 3; 7 10 11"],
            "0.5 0 0"
        },
        {
            "divided by d_k",
            [
                Scores,
                "0.5 0.5 0.5; 0 0.25 0.25; 0 0.25 0; 0.25 0 0; 0.25 0 0.25",
                "5.5 7.5 9; 2.5 3.25 3.75; 1 1.25 1.5; 0.25 0.5 0.75; 1.75 2.5 3",
            ],
            "1 0 1"
        },
        {
            "divided by √3, two decimals",
            [
                Scores,
                "1.15 1.15 1.15; 0.00 0.58 0.58; 0.00 0.58 0.00; 0.58 0.00 0.00; 0.58 0.00 0.58",
                "12.70 17.32 20.78; 5.77 7.51 8.66; 2.31 2.89 3.46; 0.58 1.15 1.73; 4.04 5.77 6.93",
            ],
            "1 0 1"
        },
        {
            "divided by √3, output from the rounded numbers",
            [
                Scores,
                "1.15 1.15 1.15; 0 0.58 0.58; 0 0.58 0; 0.58 0 0; 0.58 0 0.58",
                "12.65 17.25 20.7; 5.8 7.54 8.7; 2.32 2.9 3.48; 0.58 1.16 1.74; 4.06 5.8 6.96",
            ],
            "1 0 1"
        },
        { "whole-number division", [Scores, "1 1 1; 0 0 0; 0 0 0; 0 0 0; 0 0 0", "11 15 18; 0 0 0; 0 0 0; 0 0 0; 0 0 0"], "1 0 1" },
        {
            "K reshaped instead of transposed",
            [
                "2 2 2; 0 0 1; 1 1 1; 0 0 0; 1 1 0",
                "1 1 1; 0 0 0.5; 0.5 0.5 0.5; 0 0 0; 0.5 0.5 0",
                "11 15 18; 3 4 4.5; 5.5 7.5 9; 0 0 0; 2.5 3.5 4.5",
            ],
            "0 1 1"
        },
        {
            "softmax after scaling",
            [
                Scores,
                Scaled,
                "0.333 0.333 0.333; 0.233 0.384 0.384; 0.274 0.452 0.274; 0.452 0.274 0.274; 0.384 0.233 0.384",
                "3.667 5.000 6.000; 4.069 5.453 6.453; 3.726 5.000 6.000; 3.193 4.467 5.467; 3.616 5.000 6.000",
            ],
            "1 1 0"
        },
        {
            "softmax without scaling",
            [
                Scores,
                "0.33 0.33 0.33; 0.16 0.42 0.42; 0.21 0.58 0.21; 0.58 0.21 0.21; 0.42 0.16 0.42",
                "3.67 5.00 6.00; 4.38 5.80 6.80; 3.79 5.00 6.00; 2.70 3.91 4.91; 3.58 5.00 6.00",
            ],
            "1 0 0"
        },
        {
            "V transposed",
            [Scores, Scaled, "*" + Scaled, "*1 4 6; 2 5 8; 3 6 9", "6 15 23; 2.5 5.5 8.5; 1 2.5 4; 0.5 2 3; 2 5 7.5"],
            "1 1 0"
        },
        {
            "V miscopied in one entry",
            [Scores, Scaled, "*V = 1 2 3; 4 5 6; 6 7 9", "11 14 18; 5 6 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 4.5 6"],
            "1 1 0"
        },
    };

    [Theory]
    [MemberData(nameof(Rulings))]
    public void Grade_RulingOfTheGuide_EarnsThesePointsWithConfidence(string ruling, string[] matrices, string points)
    {
        Assert.NotEmpty(ruling);
        Assert.Equal(points, PointsOf(Grade(matrices)));
    }

    public static TheoryData<string, string[], string> Doubtful { get; } = new()
    {
        { "an output that was not recognised as a matrix", [Scores, Scaled, "~Output: " + Output], "1 1 0?" },
        { "only scores, and numbers", [Scores, "~then 1 1 1 0 .5 .5 0 .5 0 .5 0 0 .5 0 .5"], "1 0? 0?" },
        { "nothing but numbers", ["~2 2 2 0 1 1 0 1 0 1 0 0 1 0 1"], "0? 0? 0?" },
        { "an entry of the output is hard to read", [Scores, Scaled, "11 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 8?"], "1 1 0.5?" },
        { "an entry of the output is no number", [Scores, Scaled, "11 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 x; 3.5 5 6"], "1 1 0.5?" },
        {
            "two different outputs",
            [Scores, Scaled, "Output = 11 15 18; 5 5 5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6", "Output = " + Output],
            "1 1 1?"
        },
        { "the scores transposed", ["QK^T = 2 0 0 1 1; 2 1 1 0 0; 2 1 0 0 1"], "0? 0? 0?" },
        {
            "an unknown operation in the middle (each column sums to 1)",
            [
                Scores,
                "0.5 0.5 0.5; 0 0.25 0.25; 0 0.25 0.1; 0.25 0 0.05; 0.25 0 0.1",
                "5.5 7.5 9; 2.5 3.25 3.75; 1.6 2.05 2.4; 0.55 0.9 1.2; 0.85 1.3 1.65",
            ],
            "1 0 1?"
        },
        {
            "a softmax over the wrong axis, under the name of the scaled matrix",
            [
                Scores,
                "A = 0.339 0.339 0.339; 0.125 0.206 0.206; 0.125 0.206 0.125; 0.206 0.125 0.125; 0.206 0.125 0.206",
                "Output = 3.730 5.087 6.104; 2.182 2.923 3.460; 1.696 2.276 2.731; 1.453 2.033 2.488; 1.939 2.681 3.217",
            ],
            "1 0 1?"
        },
        {
            "only a softmax output",
            ["3.667 5.000 6.000; 4.069 5.453 6.453; 3.726 5.000 6.000; 3.193 4.467 5.467; 3.616 5.000 6.000"],
            "1? 1? 0"
        },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Grade_DoubtfulAnswer_SendsWhatIsDoubtfulToReview(string case_, string[] matrices, string points)
    {
        Assert.NotEmpty(case_);
        var scores = Grade(matrices);
        Assert.True(
            points == PointsOf(scores), string.Join('\n', scores.Select(x => $"{x.Points} {x.Confidence:0.00} {x.Rationale.English}")));
    }

    [Fact]
    public void Grade_HardToReadEntryThatIsRight_NeedsNoReview() =>
        Assert.Equal("1 1 1", PointsOf(Grade(Scores, Scaled, "11? 15 18; 5 6.5 7.5; 2 2.5 3; 0.5 1 1.5; 3.5 5 6?")));

    [Fact]
    public void Grade_AnswerWithoutMatrices_EarnsNothing() =>
        Assert.All(Grade("~Q is 5×4 and K is 3×4, so they cannot be multiplied."), score =>
        {
            Assert.False(score.NeedsReview);
            Assert.Equal("none", score.Verdict);
            Assert.Contains("No matrix", score.Rationale.English, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData(ReadingRemarkKind.BrokenPage)]
    [InlineData(ReadingRemarkKind.ImageOnlyPage)]
    [InlineData(ReadingRemarkKind.OutlineFormulas)]
    [InlineData(ReadingRemarkKind.UnknownLetters)]
    [InlineData(ReadingRemarkKind.LimitReached)]
    [InlineData(ReadingRemarkKind.Picture)]
    public void Grade_MissingMatrixInReportThatWasNotReadWhole_NeedsReview(ReadingRemarkKind unread)
    {
        var remark = new ReadingRemark(unread, 2, null, "");

        Assert.Equal("1 0? 0?", PointsOf(WrittenAnswer.Grade(SheetFive.Question, WrittenAnswer.Of(Scores), remark)));
        Assert.Equal("0? 0? 0?", PointsOf(WrittenAnswer.Grade(SheetFive.Question, WrittenAnswer.Of("~not possible"), remark)));
    }

    [Fact]
    public void Grade_MissingMatrixInAnswerWithPicture_NeedsReview() => Assert.Equal(
        "1 0? 0?", PointsOf(WrittenAnswer.Grade(SheetFive.Question, WrittenAnswer.Of(Scores) with { HasPicture = true })));

    [Fact]
    public void Grade_ZeroMatrix_CarriesNothingForwardAndSaysWhy()
    {
        var scores = Grade(
            "QK^T = 0 0 0; 0 0 0; 0 0 0; 0 0 0; 0 0 0",
            "(QK^T)/(sqrt(d_k)) = 0 0 0; 0 0 0; 0 0 0; 0 0 0; 0 0 0",
            "Output = 0 0 0; 0 0 0; 0 0 0; 0 0 0; 0 0 0");

        Assert.All(scores, s => Assert.Equal("none", s.Verdict));
        Assert.True(scores[2].NeedsReview);
        Assert.Contains("nothing is carried forward", scores[2].Rationale.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QK^T = 2 0 0 1 1; 2 1 1 0 0; 2 1 0 0 1", "is 3×5 instead of 5×3, so nothing is carried forward from it")]
    [InlineData("QK^T = 1 1 1 1; 0 0 0 1; 0 0 1 0; 0 1 0 0; 1 0 0 0", "is only a copy of Q, so nothing is carried forward from it")]
    public void Grade_EarlyMatrixThatIsNoResult_CarriesNothingForwardAndSaysWhy(string early, string reason)
    {
        var inconsistent = Grade(early, "Output = 3 5 7; 1 2 3; 4 4 4; 5 1 0; 9 9 9");
        var right = Grade(early, "Output = " + Output);

        Assert.Equal("none", inconsistent[2].Verdict);
        Assert.All([inconsistent[2], right[0]], score =>
        {
            Assert.True(score.NeedsReview);
            Assert.Contains(reason, score.Rationale.English, StringComparison.Ordinal);
        });
        Assert.Equal("1", right[2].Points.ToString());
    }

    [Fact]
    public void Grade_WrongEntry_NamesPlaceValueAndExpectationInBothLanguages()
    {
        var score = Grade("QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 0", "1 1 1; 0 0.5 0,4; 0 0.5 0; 0.5 0 0; 0.5 0 0")[1];

        Assert.Contains(
            "row 2, column 3: \"0,4\" should be 0.5 by your own earlier result", score.Rationale.English, StringComparison.Ordinal);
        Assert.Contains(
            "Zeile 2, Spalte 3: „0,4“ müsste nach Ihrem früheren Ergebnis 0,5 sein", score.Rationale.German, StringComparison.Ordinal);
        Assert.True(score.CarriedForward);
    }

    [Fact]
    public void Grade_CarriedForward_TellsEntriesApart()
    {
        var scores = Grade("QK^T = 2 2 2; 0 1 1; 0 1 0; 1 0 0; 1 0 0", "1 1 1; 0 0.5 0.4; 0 0.5 0; 0.5 0 0; 0.5 0 0");

        Assert.Equal(EntryState.Wrong, scores[0].Matrix!.Entries[14].State);
        Assert.Equal(1, scores[0].Matrix!.Entries[14].Expected);
        Assert.Equal(EntryState.CarriedForward, scores[1].Matrix!.Entries[14].State);
        Assert.Equal(EntryState.Wrong, scores[1].Matrix!.Entries[5].State);
        Assert.Equal(EntryState.Right, scores[1].Matrix!.Entries[0].State);
        Assert.Equal(2, scores[0].Evidence.Count);
    }

    [Theory]
    [InlineData("unscaled", 1, Scores, UnscaledOutput)]
    [InlineData("divided-by-d_k", 1, Scores, "0.5 0.5 0.5; 0 0.25 0.25; 0 0.25 0; 0.25 0 0; 0.25 0 0.25")]
    [InlineData("values-transposed", 2, Scores, Scaled, "6 15 23; 2.5 5.5 8.5; 1 2.5 4; 0.5 2 3; 2 5 7.5")]
    public void Grade_KnownWrongWay_GetsItsName(string mistake, int criterion, params string[] matrices)
    {
        var score = Grade(matrices)[criterion];

        Assert.Equal(mistake, score.Mistake);
        Assert.Contains(mistake, score.Rationale.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_SameAnswerTwice_GivesTheSameScores()
    {
        string[] answer = [Scores, UnscaledOutput, Scaled, Output];

        Assert.Equal(
            Grade(answer).Select(s => (s.Points, s.Confidence, s.Rationale)),
            Grade(answer).Select(s => (s.Points, s.Confidence, s.Rationale)));
    }
}
