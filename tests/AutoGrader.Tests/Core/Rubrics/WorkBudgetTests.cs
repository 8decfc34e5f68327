using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Files;
using AutoGrader.Core.Rubrics.Sketching;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>What all computations of a rubric may cost together. Counted; how long that takes is for the benchmarks.</summary>
public sealed class WorkBudgetTests
{
    private const string Heavy = "identity(100)^15 * identity(100)^15";

    // Sums of products with nothing to swap or leave out that the slip of the rule could be found in.
    private static readonly string[] ManySlips =
        [.. Enumerable.Repeat(string.Join(" + ", Enumerable.Repeat("Q*transpose(Q)", 55)), 100)];

    [Fact]
    public void A_hundred_computations_within_their_own_bound_are_refused_together()
    {
        var (errors, budget) = Read(NumericSheet.Of(100, [Heavy]));

        var error = Assert.Single(errors);
        Assert.Contains(
            "s0: With this formula the computations of all questions are too large", error.Message.English, StringComparison.Ordinal);
        Assert.Contains("smaller matrices", error.Remedy.English, StringComparison.Ordinal);
        Assert.InRange(budget.Spent, WorkBudget.OfRubric, WorkBudget.OfRubric + FormulaChecker.MaximumWork);
    }

    [Fact]
    public void The_fault_stands_in_the_formula_that_is_too_much()
    {
        var source = NumericSheet.Of(100, [Heavy]);

        var error = Assert.Single(Read(source).Errors);

        var line = source.Split('\n')[error.Line - 1];
        Assert.InRange(error.Column, line.IndexOf(Heavy, StringComparison.Ordinal) + 1, line.LastIndexOf("15", StringComparison.Ordinal));
        Assert.InRange(Question(source, error.Line), 5, 20);
    }

    [Fact]
    public void Looking_for_slips_that_no_step_shows_is_counted()
    {
        var (errors, budget) = Read(NumericSheet.Of(5, ManySlips, "{catalogue: root_forgotten}"));

        Assert.Contains(errors, e => e.Message.English.Contains("too large together", StringComparison.Ordinal));
        Assert.InRange(budget.Spent, WorkBudget.OfRubric, 2 * WorkBudget.OfRubric);
    }

    [Fact]
    public void All_faulty_mistakes_are_found_while_the_steps_are_computed_once()
    {
        var mistakes = Enumerable.Range(0, 60).Select(i => $"{{name: m{i}, step: s1, formula: s0 * Q, text: {{en: A, de: B}}}}");

        var (errors, budget) = Read(NumericSheet.Of(1, [Heavy, "Q * Q"], [.. mistakes]));

        Assert.Equal(60, errors.Count);
        Assert.InRange(budget.Spent, 1, FormulaChecker.MaximumWork);
    }

    [Theory]
    [InlineData("ivu-sheet-05")]
    [InlineData("seq-sheet-02")]
    public void The_shipped_sheets_take_less_than_a_hundredth(string sheet)
    {
        var (errors, budget) = Read(File.ReadAllText(TestData.InRepository("rubrics", $"{sheet}.yaml")));

        Assert.Empty(errors);
        Assert.InRange(budget.Spent, 1, WorkBudget.OfRubric / 100);
    }

    [Fact]
    public void A_hundred_questions_of_usual_size_take_less_than_a_tenth()
    {
        string[] steps = [.. Enumerable.Repeat("softmax((identity(8) + 1) * (identity(8) - 0.5) / sqrt(8))", 10)];

        var (errors, budget) = Read(NumericSheet.Of(100, steps));

        Assert.Empty(errors);
        Assert.InRange(budget.Spent, 1, WorkBudget.OfRubric / 10);
    }

    [Fact]
    public void The_sketch_computes_no_more_than_the_reader()
    {
        var questions = RubricSketcher.Of(NumericSheet.Of(100, [Heavy]))!.Questions;

        var first = questions.Index().First(q => q.Item.Reference is null).Index;
        Assert.Equal(Question(NumericSheet.Of(100, [Heavy]), Read(NumericSheet.Of(100, [Heavy])).Errors[0].Line), first + 1);
        Assert.All(questions.Skip(first), q => Assert.Null(q.Reference));
    }

    private static int Question(string source, int line) =>
        source.Split('\n').Take(line).Count(l => l.StartsWith("  - id:", StringComparison.Ordinal));

    private static (IReadOnlyList<RubricError> Errors, WorkBudget Budget) Read(string source)
    {
        var (errors, budget) = (new RubricErrorList("numbers.yaml"), new WorkBudget());
        SheetReader.Read(YamlTree.Parse(source, errors)!, budget, errors);
        Assert.All(errors.InFileOrder(), BothLanguages.Agree);
        Assert.Equal(RubricReader.Read(source, "numbers.yaml").Errors, errors.InFileOrder());
        return (errors.InFileOrder(), budget);
    }
}
