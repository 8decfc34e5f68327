using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Formulas.FormulaText;

namespace AutoGrader.Tests.Core.Formulas;

/// <summary>A formula comes from outside and must neither hang the service nor end it.</summary>
public sealed class FormulaBoundsTests
{
    private const int Most = FormulaParser.MaximumLength;

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("[[")]
    [InlineData("sqrt(")]
    [InlineData("-")]
    [InlineData("2^")]
    [InlineData("1+")]
    [InlineData("softmax(x, axis:")]
    public void A_hundred_thousand_of_anything_are_refused(string piece)
    {
        var formula = string.Concat(Enumerable.Repeat(piece, 100_000)) + "1";

        var fault = Assert.Throws<FormulaException>(() => Formula.Parse(formula));

        Assert.Contains("longer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rubric_with_a_hundred_thousand_brackets_is_refused_with_the_place()
    {
        var source = File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"));
        var hostile = source.Replace(
            "formula: scaled * V", $"formula: {new string('(', 100_000)}V{new string(')', 100_000)}", StringComparison.Ordinal);

        var error = Assert.Single(RubricReader.Read(hostile, "hostile.yaml").Errors);

        Assert.Contains("longer than 2000 characters", error.Message.English, StringComparison.Ordinal);
        Assert.Equal("formula: (", hostile.Split('\n')[error.Line - 1].TrimStart()[..10]);
    }

    [Theory] // The deepest formulas that are accepted, on a third of the least stack that .NET gives a thread.
    [InlineData("(", "", ")", FormulaParser.MaximumDepth)]
    [InlineData("abs(", "", ")", FormulaParser.MaximumDepth)]
    [InlineData("softmax(1, axis: keys) * (", "", ")", FormulaParser.MaximumDepth)]
    [InlineData("[[", "", "]]", FormulaParser.MaximumDepth / 2)]
    [InlineData("-", "", "", FormulaParser.MaximumTreeDepth - 1)]
    [InlineData("2-", "", "", FormulaParser.MaximumTreeDepth - 1)]
    [InlineData("1^", "", "", FormulaParser.MaximumTreeDepth - 1)]
    [InlineData("2*abs(1-1^-", "", ")", FormulaParser.MaximumTreeDepth / 4 - 1)]
    public void The_deepest_formulas_need_little_stack(string open, string middle, string close, int count)
    {
        var formula = string.Concat(Enumerable.Repeat(open, count)) + "1" + middle + string.Concat(Enumerable.Repeat(close, count));
        Matrix<double>? value = null;

        var thread = new Thread(() => value = Evaluate(formula), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotNull(value);
    }

    [Fact]
    public void One_bracket_too_deep_is_refused_where_it_stands()
    {
        var formula = new string('(', FormulaParser.MaximumDepth + 1) + "1" + new string(')', FormulaParser.MaximumDepth + 1);

        var fault = Assert.Throws<FormulaException>(() => Formula.Parse(formula));

        Assert.Equal(FormulaParser.MaximumDepth + 1, fault.Column);
        Assert.Contains("deeper", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("2-")]
    [InlineData("2^")]
    public void A_chain_too_long_is_refused(string piece)
    {
        var formula = string.Concat(Enumerable.Repeat(piece, FormulaParser.MaximumTreeDepth)) + "1";

        var fault = Assert.Throws<FormulaException>(() => Formula.Parse(formula));

        Assert.Contains("More than 200 operations", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.Column, 1, formula.Length);
    }

    [Theory] // Twenty of them are too many.
    [InlineData("X * X")]
    [InlineData("X ^ 2")]
    [InlineData("attention(X, X, X)")]
    [InlineData("rnn(X, X, X)")]
    public void The_work_of_products_is_counted(string call)
    {
        var formula = string.Join(" + ", Enumerable.Repeat(call, 20));

        var fault = Assert.Throws<FormulaException>(
            () => new FormulaChecker().Check(Formula.Parse(formula).Root, new Dictionary<string, Shape> { ["X"] = new(100, 100) }));

        Assert.Contains("too large", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_looks_at_every_entry_counts_at_least_as_much()
    {
        var shapes = new Dictionary<string, Shape> { ["X"] = new(100, 100), ["Y"] = new(200, 50), ["U"] = new(150, 50) };
        var free = new HashSet<string>(["rows", "columns", "identity"], StringComparer.Ordinal);
        var special = new Dictionary<string, string>
        {
            ["reshape"] = "X, 50, 200",
            ["lstm"] = "Y, Y, Y",
            ["gru"] = "Y, U, U",
            ["identity_scale"] = "X, X, 0.1",
            ["attention_cost"] = "X, 2",
            ["convolution_cost"] = "X, 3, 2",
        };

        Assert.All(FormulaFunctions.All.Values.Where(f => !free.Contains(f.Name)), function =>
        {
            var arguments = special.GetValueOrDefault(
                function.Name, string.Join(", ", Enumerable.Repeat("X", function.MinimumArguments)));
            var checker = new FormulaChecker();
            checker.Check(Formula.Parse($"{function.Name}({arguments})").Root, shapes);
            var entries = arguments.Sum(c => shapes.GetValueOrDefault(c.ToString()).Count);
            Assert.True(checker.Work >= entries + 7_500, $"{function.Name}: {checker.Work}");
        });
    }
}
