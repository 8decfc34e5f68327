using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Computations.SheetFive;

namespace AutoGrader.Tests.Core.Computations;

public sealed class StepOrderTests
{
    [Fact]
    public void Steps_written_in_any_order_have_the_same_values()
    {
        var expected = ReferenceComputation.Evaluate(Attention).Matrices!;

        foreach (var order in new[] { "210", "201", "120", "102", "021" })
        {
            var steps = order.Select(i => Attention.Steps[i - '0']).ToList();
            var actual = ReferenceComputation.Evaluate(Attention with { Steps = steps }).Matrices!;
            Assert.All(expected, e => Assert.Equal(e.Value, actual[e.Key]));
        }
    }

    [Fact]
    public void Steps_are_computed_as_the_rubric_has_them_where_nothing_is_against_it() =>
        Assert.Equal(["d", "b", "c", "a"], Planned(Step("a", "b + c"), Step("d", "1"), Step("b", "2"), Step("c", "b")));

    [Fact]
    public void A_mistake_is_computed_after_what_it_uses() =>
        Assert.Equal(["b", "a"], Plan([Step("a", "1"), Step("b", "2")], Mistake("slip", "a", "b")).Steps.Select(s => s.Name));

    [Fact]
    public void The_reference_is_shown_in_the_order_of_the_rubric()
    {
        var question = SheetFive.Question with { Computation = Of([Step("a", "b"), Step("b", "2")]) };

        var answer = Assert.Single(ReferenceAnswer.All(SheetFive.Rubric with { Questions = [question] }));

        Assert.Equal(["a", "b"], answer.Steps.Select(s => s.Step.Name));
    }

    [Fact]
    public void A_circle_is_refused_with_its_members_and_the_place_that_closes_it()
    {
        var fault = Fault(Of([Step("x", "a"), Step("a", "1 + b"), Step("b", "2 * c"), Step("c", "a - 1"), Step("free", "1")]));

        Assert.Equal(("c", 1), (fault.Step, fault.Column));
        Assert.Contains("circle: a → b → c → a.", fault.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_in_a_rubric_is_told_with_its_place_in_the_file()
    {
        var source = File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"))
            .Replace("formula: Q * transpose(K)", "formula: Q * transpose(output)", StringComparison.Ordinal);

        var error = Assert.Single(RubricReader.Read(source, "sheet.yaml").Errors);

        Assert.Contains("circle: scores → output → scaled → scores.", error.Message.English, StringComparison.Ordinal);
        Assert.StartsWith("scores / sqrt", source.Split('\n')[error.Line - 1][(error.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_that_need_each_others_steps_are_refused() =>
        Assert.Contains(
            "a → b → a",
            Fault(Of([Step("a", "1"), Step("b", "2")], Mistake("first", "a", "b"), Mistake("second", "b", "a"))).Message.English,
            StringComparison.Ordinal);

    [Fact]
    public void A_long_chain_written_backwards_is_computed_and_a_longer_one_refused()
    {
        var most = ReferenceComputation.Evaluate(Backwards(PlanBuilder.MaximumFormulas));
        var tooMany = ReferenceComputation.Evaluate(Backwards(PlanBuilder.MaximumFormulas + 1));

        Assert.Equal(PlanBuilder.MaximumFormulas, most.Matrices!["s1"][0, 0]);
        Assert.Contains("200 steps", tooMany.Fault!.Message.English, StringComparison.Ordinal);
    }

    private static Computation Backwards(int count) =>
        Of([.. Enumerable.Range(1, count).Select(i => Step($"s{i}", i == count ? "1" : $"s{i + 1} + 1"))]);

    private static IEnumerable<string> Planned(params ComputationStep[] steps) => Plan(steps).Steps.Select(s => s.Name);

    private static ComputationPlan Plan(ComputationStep[] steps, params NamedMistake[] mistakes) =>
        ComputationPlan.TryCreate(Of(steps, mistakes), out _)!;

    private static FormulaFault Fault(Computation computation) => ReferenceComputation.Evaluate(computation).Fault!;

    private static Computation Of(ComputationStep[] steps, params NamedMistake[] mistakes) =>
        new() { Given = new Dictionary<string, Matrix<double>>(), Steps = steps, Mistakes = mistakes };

    private static ComputationStep Step(string name, string formula) => new(name, formula, Same(name), []);

    private static NamedMistake Mistake(string name, string step, string formula) =>
        new(name, step, formula, Same(name), new Dictionary<string, AutoGrader.Core.Points>());
}
