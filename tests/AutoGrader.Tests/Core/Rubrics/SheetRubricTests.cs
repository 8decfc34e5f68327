using AutoGrader.Core;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics;

/// <summary><c>rubrics/ivu-sheet-05.yaml</c> against the lecturer's sheet and marking guide.</summary>
public sealed class SheetRubricTests
{
    private static readonly RubricVersion Version =
        RubricReaderTests.Valid(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")));

    [Fact]
    public void Sheet_Points_AreThoseOfTheMarkingGuide()
    {
        var points = Version.Rubric.Questions.Select(q =>
            $"{q.Id}={q.Maximum}: {string.Join(' ', q.Criteria.Select(c => $"{c.Id}={c.Maximum}"))}");

        Assert.Equal(
            [
                "1.1=1: 1.1a=1", "1.2=2: 1.2a=1 1.2b=1", "2.1=1: 2.1a=1", "2.2=2: 2.2a=1 2.2b=1", "3.1=3: 3.1a=1 3.1b=1 3.1c=1",
                "3.2=1: 3.2a=0.5 3.2b=0.5", "3.3=1: 3.3a=1", "3.4=3: 3.4a=1 3.4b=1 3.4c=1", "3.5=4: 3.5a=1 3.5b=1 3.5c=1 3.5d=1",
                "3.6=2: 3.6a=1 3.6b=1",
            ],
            points);
        Assert.Equal(Points.FromValue(20), Version.Rubric.Maximum);
    }

    [Fact]
    public void Sheet_Criteria_AreThoseOfTheCorpus()
    {
        var truth = File.ReadLines(TestData.Path("corpus", "truth.csv")).Skip(1).Select(line => line.Split(','))
            .Select(f => $"{f[5]}={f[7]}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(truth, Version.Rubric.Questions.SelectMany(q => q.Criteria).Select(c => $"{c.Id}={c.Maximum}")
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sheet_Rules_AreThoseOfTheSheet()
    {
        Assert.Equal(new DateTime(2026, 6, 8, 23, 59, 0, DateTimeKind.Unspecified), Version.Rubric.Due);
        Assert.Equal(new HandInRules(), Version.Rubric.HandIn);
        Assert.Equal(["1.2", "3.2"], Version.Rubric.Questions.Where(q => q.ItemsAsked == 2).Select(q => q.Id));
    }

    [Fact]
    public void Sheet_Formulas_GiveTheResultsOfTheWorkedSolution()
    {
        var matrices = ReferenceComputation.Evaluate(Version.Rubric.Questions.Single(q => q.Id == "3.4").Computation!).Matrices!;

        Assert.Equal(new double[,] { { 2, 2, 2 }, { 0, 1, 1 }, { 0, 1, 0 }, { 1, 0, 0 }, { 1, 0, 1 } }, matrices["scores"].ToArray());
        Assert.Equal(new double[,] { { 1, 1, 1 }, { 0, .5, .5 }, { 0, .5, 0 }, { .5, 0, 0 }, { .5, 0, .5 } }, matrices["scaled"].ToArray());
        Assert.Equal(new double[,] { { 11, 15, 18 }, { 5, 6.5, 7.5 }, { 2, 2.5, 3 }, { .5, 1, 1.5 }, { 3.5, 5, 6 } }, matrices["output"]
            .ToArray());
    }

    [Fact]
    public void Sheet_Source_IsTheFileByteForByte() =>
        Assert.Equal(File.ReadAllBytes(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")),
            System.Text.Encoding.UTF8.GetBytes(Version.Source));

    [Fact] // What 3.5 and 3.6 compute is for tutors: where an answer is looked for must not depend on it.
    public void Sheet_OnlyTheQuestionWithMatrixCriteriaIsNumeric() =>
        Assert.Equal(["3.4"], Version.Rubric.Questions.Where(q => q.IsNumeric).Select(q => q.Id));
}
