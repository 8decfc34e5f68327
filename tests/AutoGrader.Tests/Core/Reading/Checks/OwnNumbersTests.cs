using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;

namespace AutoGrader.Tests.Core.Reading.Checks;

/// <summary>A student's numbers against each other, and against nothing else.</summary>
public sealed class OwnNumbersTests
{
    private static readonly string[][] Scores = [["2", "2"], ["0", "1"]];

    [Fact]
    public void Steps_that_follow_from_each_other_are_left_alone() => Assert.Empty(Check(
        ("QK^T", Scores),
        ("(QK^T)/(2)", [["1", "1"], ["0", "0.5"]]),
        ("softmax ((QK^T)/(2))", [["0.5", "0.5"], ["0,378", "0,622"]])));

    [Theory]
    [InlineData("(QK^T)/(2)", "1", "2")]
    [InlineData("(QK^T)/(sqrt(4))", "2", "2")]
    [InlineData("QK^T/sqrt(d_k)", "1", "2")]
    public void A_scaling_that_was_announced_and_not_applied_is_told(string name, string first, string second)
    {
        var remark = Assert.Single(Check(("QK^T", Scores), (name, [[first, second], ["0", "0.5"]])));

        Assert.Contains("does not follow from your own “QK^T” in row 1", remark.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_calculation_that_is_consistent_passes() => Assert.Empty(Check(
        ("QK^T", [["9", "9"], ["9", "9"]]), ("QK^T/sqrt(d_k)", [["3", "3"], ["3", "3"]])));

    [Fact]
    public void Rows_of_a_softmax_sum_to_one_within_rounding()
    {
        Assert.Empty(Check(("softmax(S)", [["0.33", "0.33", "0.33"]])));
        var remark = Assert.Single(Check(("softmax(S)", [["0.50", "0.60"]])));
        Assert.Contains("sums to 1.1", remark.Text.English, StringComparison.Ordinal);
        Assert.Contains("Summe 1.1", remark.Text.German, StringComparison.Ordinal);
    }

    /// <summary>Found in reports of the corpus: the scaled scores are multiplied by V in the same step.</summary>
    [Theory]
    [InlineData("(QK^T)/(sqrt(d_k))V")]
    [InlineData("(QK^T)/(sqrt(4)) V")]
    [InlineData("(QK^T)/(2) ·V")]
    [InlineData("softmax((QK^T)/(2))V")]
    public void A_step_that_does_more_than_its_beginning_is_left_alone(string name) =>
        Assert.Empty(Check(("QK^T", Scores), (name, [["7", "9"], ["3", "5"]])));

    [Fact]
    public void A_softmax_by_columns_is_left_alone() => Assert.Empty(Check(
        ("S", [["0", "0"], ["0", "1"]]), ("softmax(S)", [["0.500", "0.269"], ["0.500", "0.731"]])));

    [Fact]
    public void A_softmax_follows_from_the_matrix_before_it()
    {
        var remark = Assert.Single(Check(("S", [["0", "1"]]), ("softmax(S)", [["0.5", "0.5"]])));

        Assert.Contains("own “S”", remark.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_of_a_step_and_of_its_source_agree()
    {
        var remark = Assert.Single(Check(("QK^T", Scores), ("QK^T/2", [["1", "1", "1"], ["0", "0.5", "1"]])));

        Assert.Contains("2×3", remark.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_written_out_is_multiplied_again()
    {
        Assert.Empty(Product([["1", "2"]], [["3"], ["4"]], [["11"]]));
        Assert.Contains("differs from its value in row 1",
            Assert.Single(Product([["1", "2"]], [["3"], ["4"]], [["10"]])).Text.English, StringComparison.Ordinal);
        Assert.Contains("inner sizes", Assert.Single(Product([["1", "2"]], [["3", "4"]], [["11"]])).Text.English, StringComparison.Ordinal);
        Assert.Contains("has the shape 1×1",
            Assert.Single(Product([["1", "2"]], [["3"], ["4"]], [["11", "11"]])).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_read_for_certain_is_not_checked() =>
        Assert.Empty(OwnNumbers.Check(AnswerOf(Block([("softmax(S)", [["0.5", "0.6"]])], confidence: 0.5))));

    [Fact]
    public void A_matrix_that_is_only_an_argument_is_no_value() => Assert.Empty(OwnNumbers.Check(AnswerOf(
        Block([("softmax(S)", [["2", "3"]])], before: "softmax(S) = softmax("))));

    private static IReadOnlyList<CheckRemark> Check(params (string Name, string[][] Rows)[] steps) =>
        OwnNumbers.Check(AnswerOf([.. steps.Select(s => Block([s]))]));

    private static IReadOnlyList<CheckRemark> Product(params string[][][] matrices)
    {
        var text = "O = ";
        var read = new List<MatrixReading>();
        for (var i = 0; i < matrices.Length; i++)
        {
            text += i == 2 ? " = " : " ";
            var linear = Linear(matrices[i]);
            read.Add(Matrix("O", matrices[i], text.Length, linear.Length, 1) with { IsValue = i == 2 });
            text += linear;
        }

        return OwnNumbers.Check(AnswerOf(BlockOf(text, read)));
    }

    private static Answer AnswerOf(params ReportBlock[] blocks) =>
        new() { QuestionId = "1", State = AnswerState.Found, Confidence = 1, Blocks = blocks };

    private static ReportBlock Block((string Name, string[][] Rows)[] steps, double confidence = 1, string? before = null)
    {
        var (name, rows) = steps[0];
        var head = before ?? name + " = ";
        var linear = Linear(rows);
        return BlockOf(head + linear, [Matrix(name, rows, head.Length, linear.Length, confidence)]);
    }

    private static ReportBlock BlockOf(string text, IReadOnlyList<MatrixReading> matrices) => new()
    {
        Kind = BlockKind.Formula,
        Text = text,
        Lines = [new ReportLine(0, text.Length, 1, new Box(0, 0, 100, 10))],
        Matrices = matrices,
    };

    private static MatrixReading Matrix(string name, string[][] rows, int start, int length, double confidence) => new()
    {
        Rows = rows.Length,
        Columns = rows[0].Length,
        Entries =
        [
            .. rows.SelectMany(r => r).Select(text => new MatrixEntry(
                double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture), text, default, confidence)),
        ],
        Page = 1,
        Box = default,
        Start = start,
        Length = length,
        Name = name,
        Confidence = confidence,
    };

    private static string Linear(string[][] rows) => $"[{string.Join(", ", rows.Select(r => $"[{string.Join(", ", r)}]"))}]";
}
