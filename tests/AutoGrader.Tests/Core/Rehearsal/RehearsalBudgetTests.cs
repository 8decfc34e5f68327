using AutoGrader.Core.Grading;
using AutoGrader.Core.Rehearsal;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Rubrics;

namespace AutoGrader.Tests.Core.Rehearsal;

/// <summary>What calculations may cost in a rehearsal, and that nobody takes what was left out for tried.</summary>
public sealed class RehearsalBudgetTests
{
    [Fact]
    public void Mistakes_that_would_take_too_long_are_left_out_with_a_hint_at_the_computation()
    {
        var version = Version(NumericSheet.Of(2, ["identity(20)^100 + identity(20)^100", "s0 * s0", "softmax(s1 * s0)", "s2 * s0 + s1"]));

        var report = Rehearse(version, 100_000_000);

        Assert.Equal(["1.1", "1.2"], report.Findings.Where(f => f.Code == "mutants-cut").Select(f => f.Subject));
        Assert.All(report.Findings.Where(f => f.Code == "mutants-cut"), f => Assert.True(f.IsHint));
        var line = version.Source.Split('\n')[report.Findings.First(f => f.Code == "mutants-cut").What.Line - 1];
        Assert.Equal("      given:", line);
        Assert.InRange(report.Counts.Single(c => c.Kind == RehearsalKind.Mutant).Answers, 1, 20);
    }

    [Fact]
    public void A_question_whose_solution_would_take_too_long_is_told_as_not_rehearsed()
    {
        var version = Version(NumericSheet.Of(2, ["identity(20)^100 + identity(20)^100", "s0 * s0"]));

        var report = Rehearse(version, 1_200_000);

        var finding = Assert.Single(report.Findings, f => f.Code == "not-rehearsed");
        Assert.Equal(("1.2", false), (finding.Subject, finding.IsHint));
        Assert.Equal(["1.1a"], report.Solution.Select(s => s.CriterionId));
        Assert.False(report.IsClean);
    }

    [Theory]
    [InlineData("ivu-sheet-05")]
    [InlineData("seq-sheet-02")]
    public void The_shipped_sheets_take_less_than_a_twentieth(string sheet)
    {
        var budget = new RehearsalBudget();

        foreach (var question in Version(File.ReadAllText(TestData.InRepository("rubrics", $"{sheet}.yaml"))).Rubric.Questions)
        {
            Assert.True(budget.PaysSolution(question));
            Assert.NotEqual(question.IsNumeric, !MutantAnswers.Of(question, budget).Any());
        }

        Assert.InRange(budget.Spent, 1, RehearsalBudget.OfRehearsal / 20);
    }

    private static RehearsalReport Rehearse(RubricVersion version, long limit)
    {
        var report = RubricRehearsal.Run(version, "numbers.yaml", [], SubmissionGrader.Grade, new RehearsalBudget(limit));
        Assert.All(report.Findings, finding => BothLanguages.Agree(finding.What));
        return report;
    }

    private static RubricVersion Version(string source)
    {
        var read = RubricReader.Read(source, "numbers.yaml");
        Assert.Empty(read.Errors.Select(e => e.ToString()));
        return read.Version!;
    }
}
