using AutoGrader.Core.Formulas;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Computations.SheetFive;
using static AutoGrader.Tests.Core.Formulas.FormulaText;

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
    [InlineData("1.5E-1 + 0.25e+1 + 007", "9.65")]
    [InlineData("2.*A", "2 4; 6 8")]
    [InlineData("2./[[4, 8]]", "0.5 0.25")]
    [InlineData("2*A", "2 4; 6 8")]
    [InlineData("A*x_1", "2 4; 6 8")]
    [InlineData("A * B", "2 1; 4 3")]
    [InlineData("A .* B", "0 2; 3 0")]
    [InlineData("A ./ A", "1 1; 1 1")]
    [InlineData("1 ./ A", "1 0.5; 0.3333333333333333 0.25")]
    [InlineData("A - 1", "0 1; 2 3")]
    [InlineData("1 - A", "0 -1; -2 -3")]
    [InlineData("-A + A", "0 0; 0 0")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("(-2) ^ 2", "4")]
    [InlineData("2 ^ -1 * 6", "3")]
    [InlineData("2 * 3 ^ 2 / 6", "3")]
    [InlineData("A ^ 2", "7 10; 15 22")]
    [InlineData("A ^ 0", "1 0; 0 1")]
    [InlineData("A ^ columns(W)", "37 54; 81 118")]
    [InlineData("A .^ 2", "1 4; 9 16")]
    [InlineData("2 .^ A", "2 4; 8 16")]
    [InlineData("2.^A", "2 4; 8 16")]
    [InlineData("A .^ B", "1 2; 3 1")]
    [InlineData("transpose(W)", "1 4; 2 5; 3 6")]
    [InlineData("reshape(W, columns(W), rows(W))", "1 2; 3 4; 5 6")]
    [InlineData("identity(rows(A)) + 0", "1 0; 0 1")]
    [InlineData("[[1, 2 * 3], [rows(W), -x_1]]", "1 6; 2 -2")]
    public void Evaluate_Formula_GivesTheValueByHand(string formula, string expected)
    {
        var value = Evaluate(formula, Names);

        Assert.Equal(expected, Text(value));
    }

    [Theory]
    [InlineData("", 1, "too early")]
    [InlineData("A *", 4, "too early")]
    [InlineData("A * * B", 5, "'*' cannot stand here")]
    [InlineData("A $ B", 3, "'$' cannot stand here")]
    [InlineData("(A + B", 7, "too early")]
    [InlineData("2e", 2, "'e' cannot stand here")]
    [InlineData("2. + 1", 2, "'.' cannot stand here")]
    [InlineData("2 ^", 4, "too early")]
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
    [InlineData("softmax(A, axis: heads)", 12, "no option axis: heads")]
    [InlineData("softmax(A, axis: 1 + 1)", 12, "axis of softmax is one of: keys, queries")]
    [InlineData("softmax(A, axes: keys)", 12, "softmax has no option axes: keys")]
    [InlineData("sotfmax(A, axis: keys)", 1, "The function sotfmax is unknown")]
    [InlineData("softmax(A, axes: 2)", 12, "softmax has no option axes.")]
    [InlineData("softmax(A, axis: keys, axis: keys)", 24, "axis is given twice")]
    [InlineData("softmax(axis: keys)", 1, "does not take 0 arguments")]
    [InlineData("W ^ 2", 3, "2×3 ^ 1×1: only a number or a square matrix")]
    [InlineData("2 ^ A", 3, "1×1 ^ 2×2")]
    [InlineData("A ^ x_1", 3, "whole number from 0 to 1000")]
    [InlineData("A ^ -1", 3, "whole number from 0 to 1000")]
    [InlineData("A ^ 1e9", 3, "whole number from 0 to 1000")]
    [InlineData("W .^ A", 3, "2×3 and 2×2")]
    [InlineData("maximum(W, A)", 1, "x (2×3) and y (2×2)")]
    [InlineData("reshape(W, 4, 2)", 1, "2×3 into 4×2")]
    [InlineData("reshape(W, x_1, 3)", 12, "numbers and shapes alone")]
    [InlineData("identity(2.5)", 10, "whole number")]
    [InlineData("identity(1e9)", 10, "whole number")]
    [InlineData("identity(100000)", 1, "too large")]
    [InlineData("attention(A, W, A)", 1, "Q (2×2) and K (2×3)")]
    [InlineData("attention(A, W, A, heads: 2)", 1, "Q (2×2) needs 2 and K (2×3) 2 times the same number of columns")]
    [InlineData("attention(A, A, A, heads: 3)", 1, "Q (2×2) needs 3")]
    [InlineData("attention(A, A, W, heads: 2)", 1, "V (2×3) needs a multiple of 2 columns")]
    [InlineData("attention(A, A, A, heads: 2, kv_heads: 4)", 1, "2 heads cannot share 4 heads")]
    [InlineData("attention(A, A, A, heads: 1.5)", 27, "whole number")]
    [InlineData("attention(A, A, A, heads: x_1)", 27, "numbers and shapes alone")]
    [InlineData("attention(A, A, A, mask: W)", 1, "mask (2×3) needs a column for each row of K (2×2)")]
    [InlineData("attention(A, A, A, scale: A)", 27, "scale must be a number, not 2×2")]
    [InlineData("attention(A, A, A, cap: 0)", 25, "cap must be a number above 0")]
    [InlineData("attention(A, A, A, cap: x_1)", 25, "cap must be a number above 0")]
    [InlineData("attention(A, A, A, causal: yes)", 20, "no option causal: yes")]
    [InlineData("identity_distance(A, W)", 1, "Q (2×2) and K (2×3)")]
    [InlineData("growth_exponent(A, W)", 1, "N (2×2) and y (2×3) need the same shape")]
    [InlineData("attention_cost(A, B)", 19, "must be a number, not 2×2")]
    [InlineData("rnn(A, B, B, initial: A)", 1, "initial (2×2) must be a row")]
    [InlineData("rnn(A, B, B, initial_cell: A)", 14, "rnn has no option initial_cell")]
    [InlineData("lstm(A, B, B)", 1, "W (2×2) and R (2×2) need 4 rows for each column of R")]
    [InlineData("gru(A, [[1, 1], [1, 1], [1, 1]], [[1], [1], [1]], x_1)", 1, "b (1×1) must be a row with as many entries as W (3×2)")]
    [InlineData("rnn(A, B, W)", 1, "R (2×3) must be square")]
    public void Check_FaultyFormula_NamesPlaceAndCause(string formula, int column, string cause)
    {
        var fault = Assert.Throws<FormulaException>(() => Evaluate(formula, Names));

        Assert.Contains(cause, fault.Message, StringComparison.Ordinal);
        Assert.Equal(column, fault.Column);
        BothLanguages.Agree(fault.Fault, fault.Remedy);
    }

    [Fact]
    public void Check_NameInOtherCase_AsksWhetherItWasMeant() =>
        Assert.Contains(
            "Did you mean W?", Assert.Throws<FormulaException>(() => Evaluate("A * w", Names)).Remedy.English, StringComparison.Ordinal);

    [Fact] // Else a misspelt function or option would be told as an unknown matrix.
    public void Words_of_unknown_functions_and_options_are_no_names_of_matrices() =>
        Assert.Equal(["A", "B"], Formula.Parse("sotfmax(A, axis: keys) * softmax(B, axes: keys)").Names.Select(n => n.Name));

    [Fact]
    public void Names_of_words_are_no_names_of_matrices() =>
        Assert.Equal(["A", "W"], Formula.Parse("softmax(A, axis: keys) * W").Names.Select(n => n.Name));
}
