using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Core.Computations;

public sealed class ReferenceAnswerTests
{
    [Fact]
    public void All_SheetFive_ListsGivenMatricesAndStepsInOrder()
    {
        var answer = Assert.Single(ReferenceAnswer.All(SheetFive.Rubric));

        Assert.Equal("3.4", answer.QuestionId);
        Assert.Equal(["Q", "K", "V"], answer.Given.Select(g => g.Name));
        Assert.Equal(["scores", "scaled", "output"], answer.Steps.Select(s => s.Step.Name));
        Assert.Equal(6.5, answer.Steps[2].Value[1, 1]);
        Assert.Null(answer.Fault);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00012346, "1.235E-4")]
    [InlineData(-4.166e-11, "-4.166E-11")]
    [InlineData(549755813888, "549755813888")]
    [InlineData(1.25e20, "1.25E+20")]
    public void A_small_number_is_not_shown_as_zero(double value, string text) => Assert.Equal(text, ValueText.Of(value));

    [Fact]
    public void All_FaultyFormula_ReportsTheFaultInsteadOfSteps()
    {
        var faulty = SheetFive.Question with
        {
            Computation = new Computation
            {
                Given = new Dictionary<string, Matrix<double>>(),
                Steps = [new ComputationStep("a", "b", SheetFive.Same("a"), [])],
            },
        };

        var answer = Assert.Single(ReferenceAnswer.All(SheetFive.Rubric with { Questions = [faulty] }));

        Assert.Empty(answer.Steps);
        Assert.Equal("a", answer.Fault!.Step);
    }
}
