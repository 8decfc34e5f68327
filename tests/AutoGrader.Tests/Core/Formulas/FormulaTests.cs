using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Computations.SheetFive;

namespace AutoGrader.Tests.Core.Formulas;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, Matrix<double>> Names = new()
    {
        ["A"] = Rows([[1, 2], [3, 4]]),
        ["B"] = Rows([[0, 1], [1, 0]]),
        ["W"] = Rows([[1, 2, 3], [4, 5, 6]]),
        ["x_1"] = Rows([[2]]),
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("--2 - -1", "3")]
    [InlineData("1e2 + .5", "100.5")]
    [InlineData("2*A", "2 4; 6 8")]
    [InlineData("A*x_1", "2 4; 6 8")]
    [InlineData("A * B", "2 1; 4 3")]
    [InlineData("A .* B", "0 2; 3 0")]
    [InlineData("A ./ A", "1 1; 1 1")]
    [InlineData("1 ./ A", "1 0.5; 0.3333333333333333 0.25")]
    [InlineData("A - 1", "0 1; 2 3")]
    [InlineData("1 - A", "0 -1; -2 -3")]
    [InlineData("-A + A", "0 0; 0 0")]
    [InlineData("transpose(W)", "1 4; 2 5; 3 6")]
    [InlineData("reshape(W, columns(W), rows(W))", "1 2; 3 4; 5 6")]
    [InlineData("identity(rows(A)) + 0", "1 0; 0 1")]
    [InlineData("floor([[1.5, -1.5]])", "1 -2")]
    [InlineData("trunc([[1.5, -1.5]])", "1 -1")]
    [InlineData("sqrt([[4], [9]])", "2; 3")]
    [InlineData("[[1, 2 * 3], [rows(W), -x_1]]", "1 6; 2 -2")]
    [InlineData("softmax([[0, 0], [5, 5]])", "0.5 0.5; 0.5 0.5")]
    [InlineData("softmax([[0, 3], [0, 3]], axis: columns)", "0.5 0.5; 0.5 0.5")]
    [InlineData("attention([[2, 0]], [[2, 0]], [[3, 4]])", "3 4")]
    [InlineData("attention([[3]], [[2]], [[5]], softmax: off)", "30")]
    [InlineData("rnn([[1], [-3], [1]], [[1]], [[1]], activation: relu)", "1; 0; 1")]
    [InlineData("rnn([[1]], [[1]], [[1]], [[0.5]], activation: identity)", "1.5")]
    public void Evaluate_Formula_GivesTheValueByHand(string formula, string expected)
    {
        var value = Evaluate(formula);

        Assert.Equal(
            expected,
            string.Join("; ", value.EnumerateRows().Select(row => string.Join(' ', row.Select(x => x.ToString("R", Invariant))))));
    }

    [Theory]
    [InlineData("", 1, "too early")]
    [InlineData("A *", 4, "too early")]
    [InlineData("A * * B", 5, "'*' cannot stand here")]
    [InlineData("A $ B", 3, "'$' cannot stand here")]
    [InlineData("(A + B", 7, "too early")]
    [InlineData("A B", 3, "'B' cannot stand here")]
    [InlineData("[[1, 2], [3]]", 11, "This row has 1 entry, the first has 2 entries")]
    [InlineData("[[1, A]]", 6, "must be a number, not 2×2")]
    [InlineData("W * W", 3, "2×3 * 2×3: the left has 3 columns, the right 2 rows")]
    [InlineData("A + W", 3, "2×2 and 2×3")]
    [InlineData("A / B", 3, "only a number can divide")]
    [InlineData("A * unknown", 5, "unknown is unknown")]
    [InlineData("sin(A)", 1, "The function sin is unknown")]
    [InlineData("sqrt", 1, "needs arguments")]
    [InlineData("sqrt(A, B)", 1, "does not take 2 arguments")]
    [InlineData("softmax(A, axis: keys)", 12, "no option axis: keys")]
    [InlineData("reshape(W, 4, 2)", 1, "2×3 into 4×2")]
    [InlineData("reshape(W, x_1, 3)", 12, "numbers and shapes alone")]
    [InlineData("identity(2.5)", 10, "whole number")]
    [InlineData("identity(1e9)", 10, "whole number")]
    [InlineData("identity(100000)", 1, "too large")]
    [InlineData("attention(A, W, A)", 1, "Q (2×2) and K (2×3)")]
    [InlineData("rnn(A, B, W)", 1, "R (2×3) must be square")]
    public void Check_FaultyFormula_NamesPlaceAndCause(string formula, int column, string cause)
    {
        var fault = Assert.Throws<FormulaException>(() => Evaluate(formula));

        Assert.Contains(cause, fault.Message, StringComparison.Ordinal);
        Assert.Equal(column, fault.Column);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void Check_NameInOtherCase_AsksWhetherItWasMeant() =>
        Assert.Contains("Did you mean W?", Assert.Throws<FormulaException>(() => Evaluate("A * w")).Remedy, StringComparison.Ordinal);

    [Fact]
    public void Parse_HostileLengthAndDepth_IsRefused()
    {
        Assert.Contains(
            "longer",
            Assert.Throws<FormulaException>(() => Formula.Parse(string.Concat(Enumerable.Repeat("1+", 100_000)) + "1")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "deeper",
            Assert.Throws<FormulaException>(() => Formula.Parse(new string('(', 900) + "1" + new string(')', 900))).Message,
            StringComparison.Ordinal);
        Assert.Equal(1, Evaluate(new string('-', 1998) + "1")[0, 0]);
    }

    [Fact]
    public void Check_HugeProducts_AreRefusedBeforeTheyAreComputed() =>
        Assert.Contains(
            "too large",
            Assert.Throws<FormulaException>(() => Evaluate("identity(1000) * identity(1000)")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Every_function_is_explained_to_authors_of_rubrics()
    {
        var guide = File.ReadAllText(TestData.InRepository("rubrics", "README.md")).Replace("\\|", "|", StringComparison.Ordinal);

        Assert.All(FormulaFunctions.All.Values, f => Assert.Contains($"`{f.Usage}`", guide, StringComparison.Ordinal));
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static Matrix<double> Evaluate(string source)
    {
        var formula = Formula.Parse(source);
        new FormulaChecker().Check(formula.Root, Names.ToDictionary(n => n.Key, n => Shape.Of(n.Value)));
        return new FormulaEvaluator(Names).Evaluate(formula.Root);
    }
}
