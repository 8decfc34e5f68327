using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Computations.SheetFive;

namespace AutoGrader.Tests.Core.Computations;

public sealed class ReferenceComputationTests
{
    [Fact] // The worked solution of exercise sheet 5, question 3.4.
    public void Evaluate_SheetFive_IsTheWorkedSolution()
    {
        var matrices = ReferenceComputation.Evaluate(Attention).Matrices!;

        Assert.Equal(Rows([[2, 2, 2], [0, 1, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]]), matrices["scores"]);
        Assert.Equal(Rows([[1, 1, 1], [0, 0.5, 0.5], [0, 0.5, 0], [0.5, 0, 0], [0.5, 0, 0.5]]), matrices["scaled"]);
        Assert.Equal(Rows([[11, 15, 18], [5, 6.5, 7.5], [2, 2.5, 3], [0.5, 1, 1.5], [3.5, 5, 6]]), matrices["output"]);
    }

    [Theory]
    [InlineData("a", "Q * K", "a", 3, "5×4 * 3×4", "Transpose")]
    [InlineData("a", "1 + a", "a", 5, "uses itself", "in turn")]
    [InlineData("a", "k", "a", 1, "unknown here", "Did you mean K?")]
    [InlineData("a", "unknown", "a", 1, "unknown here", "another step: K, Q, V, a, b")]
    [InlineData("Q", "K", "Q", 1, "used twice", "own name")]
    [InlineData("a", "K / 0", "a", 3, "not a finite number", "division by zero")]
    [InlineData("a", "Q * (", "a", 6, "too early", "Q * transpose(K)")]
    public void Evaluate_FaultyStep_NamesStepPlaceCauseAndRemedy(
        string name, string formula, string step, int column, string message, string remedy)
    {
        var result = ReferenceComputation.Evaluate(Attention with { Steps = [Step(name, formula), Step("b", "K")], Mistakes = [] });

        Assert.Null(result.Matrices);
        Assert.Equal((step, column), (result.Fault!.Step, result.Fault.Column));
        Assert.Contains(message, result.Fault.Message.English, StringComparison.Ordinal);
        Assert.Contains(remedy, result.Fault.Remedy.English, StringComparison.Ordinal);
        BothLanguages.Agree(result.Fault.Message, result.Fault.Remedy);
    }

    [Theory]
    [InlineData("scaled", "scores / output", "scaled → output → scaled")]
    [InlineData("scaled", "scaled / 2", "uses itself")]
    [InlineData("scaled", "scores / missing", "missing is unknown")]
    [InlineData("nowhere", "scores", "There is no step nowhere")]
    public void Evaluate_FaultyMistake_NamesTheMistake(string step, string formula, string message)
    {
        var mistake = new NamedMistake("wrong-way", step, formula, Same("x"), new Dictionary<string, AutoGrader.Core.Points>());

        var fault = ReferenceComputation.Evaluate(Attention with { Mistakes = [mistake] }).Fault!;

        Assert.Equal("wrong-way", fault.Step);
        Assert.Contains(message, fault.Message.English, StringComparison.Ordinal);
        BothLanguages.Agree(fault.Message, fault.Remedy);
    }

    [Fact]
    public void Evaluate_GivenMatrixThatIsNotFinite_NamesItAndTheEntry()
    {
        var given = new Dictionary<string, Matrix<double>> { ["Q"] = Rows([[1, double.NaN]]) };

        var fault = ReferenceComputation.Evaluate(new Computation { Given = given, Steps = [] }).Fault!;

        Assert.Equal("Q", fault.Step);
        Assert.Contains("row 1, column 2", fault.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_StepReplaced_RecomputesEverythingAfterItAndNothingBefore()
    {
        var own = Rows([[2, 2, 2], [0, 1, 1], [0, 1, 0], [1, 0, 0], [1, 0, 0]]);

        var matrices = Evaluate(("scores", own)).Matrices!;

        Assert.Equal(Attention.Given["Q"], matrices["Q"]);
        Assert.Equal(own, matrices["scores"]);
        Assert.Equal(own / 2, matrices["scaled"]);
        Assert.Equal(own / 2 * Attention.Given["V"], matrices["output"]);
    }

    [Fact]
    public void Evaluate_GivenMatrixAndLastStepReplaced_KeepsBoth()
    {
        var (values, output) = (Rows([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), Rows([[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 1]]));

        var matrices = Evaluate(("V", values), ("output", output)).Matrices!;

        Assert.Equal(ReferenceComputation.Evaluate(Attention).Matrices!["scaled"], matrices["scaled"]);
        Assert.Equal((values, output), (matrices["V"], matrices["output"]));
    }

    [Fact]
    public void Evaluate_ReplacementThatCannotBe_IsAFaultWithBothShapesOrTheEntry()
    {
        Assert.Contains("2×1, but scaled is 5×3", Evaluate(("scaled", Rows([[1], [2]]))).Fault!.Message.English, StringComparison.Ordinal);
        var unknown = Evaluate(("V", Rows([[1, 2, 3], [double.NaN, 5, 6], [6, 8, 9]])));
        Assert.Contains("row 2, column 1", unknown.Fault!.Message.English, StringComparison.Ordinal);
        Assert.Contains("Q, K, V, scores", Evaluate(("Scaled", Rows([[1]]))).Fault!.Remedy.English, StringComparison.Ordinal);
    }

    private static ComputationResult Evaluate(params (string Name, Matrix<double> Value)[] replacements) =>
        ReferenceComputation.Evaluate(Attention, replacements.ToDictionary(r => r.Name, r => r.Value));

    private static ComputationStep Step(string name, string formula) => new(name, formula, Same(name), []);
}
