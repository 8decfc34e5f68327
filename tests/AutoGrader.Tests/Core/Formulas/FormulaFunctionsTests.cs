using System.Text.RegularExpressions;
using AutoGrader.Core.Formulas;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Formulas.FormulaText;

namespace AutoGrader.Tests.Core.Formulas;

public sealed partial class FormulaFunctionsTests
{
    [Theory]
    [InlineData("floor([[1.5, -1.5]])", "1 -2")]
    [InlineData("trunc([[1.5, -1.5]])", "1 -1")]
    [InlineData("sqrt([[4], [9]])", "2; 3")]
    [InlineData("exp(0) + tanh(0)", "1")]
    [InlineData("log([[1, exp(2)]])", "0 2")]
    [InlineData("sigmoid([[0, 1000, -1000]])", "0.5 1 0")]
    [InlineData("relu([[-3, 0, 4]])", "0 0 4")]
    [InlineData("abs([[-3, 4]])", "3 4")]
    [InlineData("sign([[-3, 0, 4]])", "-1 0 1")]
    [InlineData("maximum([[1, 5]], [[4, 2]])", "4 5")]
    [InlineData("minimum(3, [[1, 5]])", "1 3")]
    [InlineData("minimum([[1, 5]], 3)", "1 3")]
    [InlineData("identity(maximum(1, 2))", "1 0; 0 1")]
    [InlineData("sum([[1, 2, 3], [4, 5, 6]])", "21")]
    [InlineData("sum([[1, 2, 3], [4, 5, 6]], axis: rows)", "6; 15")]
    [InlineData("sum([[1, 2, 3], [4, 5, 6]], axis: columns)", "5 7 9")]
    [InlineData("mean([[1, 2, 3], [4, 5, 6]], axis: all)", "3.5")]
    [InlineData("mean([[1, 2, 3], [4, 5, 6]], axis: rows)", "2; 5")]
    [InlineData("min([[4, 2], [1, 5]], axis: columns)", "1 2")]
    [InlineData("max([[4, 2], [1, 5]], axis: rows)", "4; 5")]
    [InlineData("norm([[3, 4]])", "5")]
    [InlineData("norm([[3, -4], [0, 0]], axis: rows)", "5; 0")]
    [InlineData("norm([[3, 4]] * 2^700) / 2^700", "5")]
    [InlineData("norm([[3, 4]] * 2^-700) / 2^-700", "5")]
    [InlineData("softmax([[0, 0], [5, 5]])", "0.5 0.5; 0.5 0.5")]
    [InlineData("softmax([[0, 3], [0, 3]], axis: columns)", "0.5 0.5; 0.5 0.5")]
    [InlineData("softmax([[0, 0], [5, 5]], axis: keys)", "0.5 0.5; 0.5 0.5")]
    [InlineData("softmax([[0, 0], [5, 5]], axis: rows)", "0.5 0.5; 0.5 0.5")]
    [InlineData("softmax([[0, 3], [0, 3]], axis: queries)", "0.5 0.5; 0.5 0.5")]
    [InlineData("attention([[2, 0]], [[2, 0]], [[3, 4]])", "3 4")]
    [InlineData("attention([[3]], [[2]], [[5]], softmax: off)", "30")]
    [InlineData("attention([[3]], [[2]], [[5]], softmax: off, scale: 10)", "300")]
    [InlineData("attention([[0], [0]], [[1]], [[4]], axis: queries)", "2; 2")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]])", "3; 3")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], causal: on)", "2; 3")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], mask: [[0, 1]])", "4; 4")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], mask: [[0, 1], [1, 0]])", "4; 2")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], mask: [[0, 1], [1, 1]], causal: on)", "0; 3")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], bias: [[0, 0], [0, -1e4]])", "3; 2")]
    [InlineData("attention([[1], [1]], [[1], [1]], [[2], [4]], bias: [[-1e4, 0]], mask: [[1, 1], [1, 0]])", "4; 2")]
    [InlineData("attention([[1000]], [[1000]], [[1]], softmax: off, cap: 3)", "3")]
    [InlineData("attention([[2, 3]], [[5, 7]], [[1, 1]], softmax: off, heads: 2)", "10 21")]
    [InlineData("attention([[2, 3]], [[5]], [[1]], softmax: off, heads: 2, kv_heads: 1)", "10 15")]
    [InlineData("rnn([[1], [-3], [1]], [[1]], [[1]], activation: relu)", "1; 0; 1")]
    [InlineData("rnn([[1]], [[1]], [[1]], [[0.5]], activation: identity)", "1.5")]
    [InlineData("rnn([[1], [2]], [[1]], [[1]], activation: identity, initial: 10)", "11; 13")]
    [InlineData("rnn([[1], [2]], [[1]], [[1]], activation: identity, direction: reverse)", "3; 2")]
    [InlineData("rnn([[0]], [[1]], [[1]], activation: sigmoid)", "0.5")]
    [InlineData("lstm([[0], [0]], 0 * [[1], [1], [1], [1]], 0 * [[1], [1], [1], [1]], [[0, 0, 0, 100]], value: cells)", "0.5; 0.75")]
    [InlineData("lstm([[0], [0]], 0 * [[1], [1], [1], [1]], 0 * [[1], [1], [1], [1]], [[0, 900, 0, 900]]) - tanh([[0.5], [0.75]])", "0; 0")]
    [InlineData("lstm([[0]], 0 * [[1], [1], [1], [1]], 0 * [[1], [1], [1], [1]], initial_cell: 8, value: cells)", "4")]
    [InlineData("lstm([[0]], 0 * [[1], [1], [1], [1]], [[0], [0], [9], [0]], initial: 99, initial_cell: 8, value: cells)", "8")]
    [InlineData("gru([[0], [0]], 0 * [[1], [1], [1]], 0 * [[1], [1], [1]], [[0, 0, 100]])", "0.5; 0.75")]
    [InlineData("gru([[0], [0]], 0 * [[1], [1], [1]], 0 * [[1], [1], [1]], [[0, 0, 100]], direction: reverse)", "0.75; 0.5")]
    [InlineData("gru([[0]], 0 * [[1], [1], [1]], 0 * [[1], [1], [1]], initial: 8)", "4")]
    [InlineData("identity_distance([[1]], [[7]])", "0")]
    [InlineData("identity_distance(identity(4), identity(4), [[0, 4e9]])", "0.75 0")]
    [InlineData("identity_distance(identity(2), identity(2), 0, norm: frobenius)", "1")]
    [InlineData("identity_scale(identity(4), identity(4), [[0.75, 0.9]])", "0 0")]
    [InlineData("1 / identity_scale([[1], [1]], [[1], [1]], 0.5)", "0")]
    [InlineData("attention_cost([[1, 10, 100]], 4)", "8 800 80000")]
    [InlineData("attention_cost(10, 4, count: exponentials)", "100")]
    [InlineData("attention_cost(10, 4, count: memory)", "260")]
    [InlineData("convolution_cost([[1, 10], [100, 1000]], 3, 2)", "36 360; 3600 36000")]
    [InlineData("convolution_cost(10, 3, 2, count: exponentials)", "0")]
    [InlineData("convolution_cost(10, 3, 2, count: memory)", "76")]
    [InlineData("convolution_cost(1, 2e9, 1)", "4E+18")]
    [InlineData("growth_exponent([[1, 2], [4, 8]], [[1, 2], [4, 8]] .^ 2)", "2")]
    public void A_function_gives_the_value_by_hand(string formula, string expected) => Assert.Equal(expected, Text(Evaluate(formula)));

    [Theory]
    [InlineData("log(-1)")]
    [InlineData("sqrt([[4, -1]])")]
    [InlineData("max([[0, 0 / 0]])")]
    [InlineData("min([[0, 0 / 0]], axis: rows)")]
    [InlineData("sign(0 / 0)")]
    [InlineData("relu(0 / 0)")]
    [InlineData("norm([[1, 0 / 0]])")]
    [InlineData("identity_distance([[1, 0 / 0]], [[1, 1]])")]
    [InlineData("identity_distance([[1e200]], [[1e200]])")]
    [InlineData("identity_distance([[1]], [[1]], 1 / 0)")]
    [InlineData("identity_scale([[1]], [[1]], 1)")]
    [InlineData("identity_scale([[1]], [[1]], -0.1)")]
    [InlineData("attention_cost(1.5, 1)")]
    [InlineData("attention_cost(0, 1)")]
    [InlineData("convolution_cost(1, 1, 1e12)")]
    [InlineData("growth_exponent(3, 4)")]
    public void What_is_no_number_stays_no_number(string formula) =>
        Assert.Contains("NaN", Text(Evaluate(formula)), StringComparison.Ordinal);

    [Theory] // A student's own numbers may be anything; a chain with them must not end the grading.
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    public void No_number_makes_a_function_throw(double number)
    {
        var names = new Dictionary<string, Matrix<double>>
        {
            ["x"] = Matrix<double>.Build.Dense(1, 1, number),
            ["X"] = Matrix<double>.Build.DenseOfRowArrays([1, number], [number, -2]),
            ["W"] = Matrix<double>.Build.Dense(8, 2, number),
            ["U"] = Matrix<double>.Build.Dense(6, 2, number),
        };

        foreach (var formula in EveryFunction)
            Assert.NotNull(Evaluate(formula, names));
        var tried = EveryFunction.Select(formula => formula[..formula.IndexOf('(', StringComparison.Ordinal)]).Distinct();
        Assert.Empty(FormulaFunctions.All.Keys.Except(tried));
    }

    private static readonly string[] EveryFunction =
    [
        "sqrt(X)", "exp(X)", "log(X)", "tanh(X)", "sigmoid(X)", "relu(X)", "abs(X)", "sign(X)", "floor(X)", "trunc(X)",
        "minimum(X, x)", "maximum(x, X)", "sum(X)", "mean(X, axis: rows)", "min(X)", "max(X, axis: columns)", "norm(X)",
        "transpose(X)", "rows(X)", "columns(X)", "identity(rows(X))", "reshape(X, 1, 4)",
        "softmax(X)", "softmax(X, axis: queries)", "attention(X, X, X)", "attention(X, X, X, softmax: off)",
        "attention(X, X, X, scale: x, causal: on, mask: X, bias: X, cap: 2, heads: 2)", "attention(X, X, X, axis: queries)",
        "rnn(X, X, X)", "lstm(X, W, W)", "gru(X, U, U)", "gru(X, U, U, reset: after)",
        "identity_distance(X, X, X)", "identity_distance(identity(2), identity(2), X)", "identity_scale(X, X, X)",
        "identity_scale(X, X, 0.1)", "attention_cost(X, x)", "convolution_cost(X, x, x)",
        "growth_exponent(X, X)",
    ];

    [Fact]
    public void The_guide_explains_every_function_and_no_other()
    {
        var guide = File.ReadAllText(TestData.InRepository("rubrics", "README.md")).Replace("\\|", "|", StringComparison.Ordinal);
        var table = guide[guide.IndexOf("## Formulas", StringComparison.Ordinal)..];
        var explained = TableRows().Matches(table).SelectMany(row => Usages().Matches(row.Value)).Select(usage => usage.Groups[1].Value);

        Assert.Equal(
            FormulaFunctions.All.Values.Select(f => f.Usage).Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    // The first column of the table.
    [GeneratedRegex(@"^\| `[^\n]*?`(?= \| )", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableRows();

    [GeneratedRegex(@"`([a-z_]+\([^`]*\))`", RegexOptions.CultureInvariant)]
    private static partial Regex Usages();
}
