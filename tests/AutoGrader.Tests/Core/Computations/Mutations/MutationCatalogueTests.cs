using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Computations.Mutations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;
using static AutoGrader.Tests.Core.Computations.SheetFive;

namespace AutoGrader.Tests.Core.Computations.Mutations;

public sealed class MutationCatalogueTests
{
    [Theory]
    [InlineData("scores", "transpose_misplaced", "transpose(Q) * K", false)] // 4×5 * 3×4 does not fit
    [InlineData("scores", "reshaped", "Q * reshape(K, 4, 3)", true)]
    [InlineData("scaled", "scaling_forgotten", "scores", true)]
    [InlineData("scaled", "root_forgotten", "scores / columns(K)", true)]
    [InlineData("scaled", "other_dimension", "scores / sqrt(3)", true)]
    [InlineData("scaled", "other_dimension", "scores / sqrt(5)", true)]
    [InlineData("scaled", "divided_by_two", "scores / 2", false)] // is the right way here
    [InlineData("scaled", "integer_division", "floor(scores / sqrt(columns(K)))", true)]
    [InlineData("scaled", "sign_flipped", "-(scores / sqrt(columns(K)))", true)]
    [InlineData("output", "transposed", "scaled * transpose(V)", true)]
    [InlineData("output", "operands_swapped", "V * scaled", false)]
    [InlineData("output", "factor_forgotten", "scaled", true)]
    [InlineData("output", "softmax_inserted", "softmax(scaled, axis: rows) * V", true)]
    [InlineData("output", "softmax_inserted", "softmax(scaled, axis: columns) * V", true)]
    [InlineData("output", "softmax_inserted", "softmax(scaled * V, axis: rows)", true)] // nobody goes on from the last step
    public void Sheet_Slip_IsThereIfItFitsAndChangesTheValue(string step, string name, string formula, bool isThere) =>
        Assert.Equal(isThere, MutantsOf(Attention, step).Any(m => m.Name == name && ExpressionText.Of(m.Root) == formula));

    [Theory]
    [InlineData("softmax(scores) * V", "softmax_axis", "softmax(scores, axis: columns) * V")]
    [InlineData("softmax(scores) * V", "softmax_omitted", "scores * V")]
    [InlineData("attention(Q, K, V)", "scaling_forgotten", "softmax(Q * transpose(K), axis: rows) * V")]
    [InlineData("attention(Q, K, V)", "softmax_omitted", "Q * transpose(K) / sqrt(columns(K)) * V")]
    [InlineData("attention(Q, K, V, softmax: off)", "root_forgotten", "Q * transpose(K) / columns(K) * V")]
    [InlineData("tanh(scores * V + Q * transpose(K))", "term_forgotten", "tanh(scores * V)")]
    [InlineData("tanh(scores * V + Q * transpose(K))", "function_forgotten", "scores * V + Q * transpose(K)")]
    [InlineData("scores - 2 .* scores", "sign_lost", "scores + 2 .* scores")]
    [InlineData("rnn(scores, V, V, activation: relu)", "option_changed", "rnn(scores, V, V, activation: tanh)")]
    [InlineData("rnn(scores, V, transpose(V))", "operands_swapped", "rnn(scores, transpose(V), V)")]
    public void OtherFormula_Slip_IsFound(string formula, string name, string mutant)
    {
        var computation = Attention with
        {
            Steps = [Attention.Steps[0], new ComputationStep("result", formula, Same("result"), [])],
            Mistakes = [],
        };

        Assert.Contains(MutantsOf(computation, "result"), m => m.Name == name && ExpressionText.Of(m.Root) == mutant);
    }

    [Theory]
    [InlineData(
        "scaled",
        "root_forgotten",
        "Divided by columns(K) = 4 instead of its square root.",
        "Durch columns(K) = 4 geteilt statt durch die Wurzel daraus.")]
    [InlineData("scaled", "scaling_forgotten", "The division by √columns(K) is missing.", "Die Division durch √columns(K) fehlt.")]
    [InlineData("output", "transposed", "V was transposed.", "V wurde transponiert.")]
    [InlineData(
        "scores",
        "reshaped",
        "K was reshaped to 4×3 instead of transposed.",
        "K wurde auf die Form 4×3 gebracht, ohne zu transponieren.")]
    [InlineData(
        "scaled",
        "other_dimension",
        "3 (rows(K), rows(V), columns(V)) was taken instead of columns(K) = 4.",
        "3 (rows(K), rows(V), columns(V)) wurde statt columns(K) = 4 genommen.")]
    public void Text_Slip_SpeaksBothLanguagesWithTheNamesOfTheFormula(string step, string name, string english, string german) =>
        Assert.Contains(
            MutantsOf(Attention, step), m => m.Name == name && m.Text == new LocalizedText(english, german));

    [Fact]
    public void All_RandomComputations_MutantsFitDifferAndCoverTheCatalogue()
    {
        var found = new HashSet<string>();
        foreach (var computation in Enumerable.Range(0, 20).SelectMany(seed => CatalogueSamples.All(new Random(seed))))
        {
            var plan = ComputationPlan.Of(computation);
            foreach (var step in plan.Steps)
            {
                var mutants = MutantsOf(computation, step.Name);
                Assert.All(mutants, m => Assert.Equal(step.Shape, Scope(plan).ShapeOf(m.Root)));
                Assert.Equal(mutants.Count, mutants.Select(m => ExpressionText.Of(m.Root)).Distinct().Count());
                Assert.DoesNotContain(mutants, m => ExpressionText.Of(m.Root) == step.Step.Formula);
                found.UnionWith(mutants.Select(m => m.Name));
            }
        }

        Assert.Equal(MutationCatalogue.Names.Except(MutationCatalogue.Solved).Order(), found.Order());
    }

    [Fact]
    public void Names_AreTheSameInCatalogueSchemaAndGuide()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(TestData.InRepository("rubrics", "rubric.schema.json")));
        var offered = schema.RootElement.GetProperty("$defs").GetProperty("catalogueMistake").GetProperty("properties")
            .GetProperty("catalogue").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!);
        var guide = File.ReadAllText(TestData.InRepository("rubrics", "README.md"));
        var explained = guide[guide.IndexOf("| slip |", StringComparison.Ordinal)..];

        Assert.Equal(MutationCatalogue.Names, offered);
        Assert.All(MutationCatalogue.Names, name => Assert.Contains($"`{name}`", explained, StringComparison.Ordinal));
    }

    [Fact]
    public void Sheet_HandWrittenMistake_IsNotRepeatedByTheCatalogue()
    {
        var step = ComputationPlan.Of(Attention).Steps.Single(s => s.Name == "scaled");

        Assert.Contains(step.Mistakes, m => m.Name == "unscaled");
        Assert.DoesNotContain(step.Slips, m => m.Name == "scaling_forgotten");
    }

    private static IReadOnlyList<Mutant> MutantsOf(Computation computation, string step)
    {
        var plan = ComputationPlan.Of(computation with { Mistakes = [] });
        var formula = Formula.Parse(computation.Steps.Single(s => s.Name == step).Formula);
        return new MutantFinder(formula, Scope(plan, plan.Steps[^1].Name == step ? formula.Root : null)).Find([]);
    }

    private static MutationScope Scope(ComputationPlan plan, Expression? lastRoot = null) =>
        new(plan.Reference, [.. plan.Given.Select(g => g.Name)], lastRoot);
}
