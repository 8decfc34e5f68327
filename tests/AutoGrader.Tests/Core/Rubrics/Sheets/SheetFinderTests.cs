using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Sheets;

namespace AutoGrader.Tests.Core.Rubrics.Sheets;

public sealed class SheetFinderTests
{
    private const string Sheet = """
        # Exercise Sheet 5: Sequence Modeling

        - 1. **Email**: Check your address.
        - 2. **Due date**: next week.

        #### Task 1: Recurrent Networks (3P)

        In this task you look at RNNs.

        - 1. Why is the hidden state not the output? (1P) [Solution: It holds
          more.

          Much more.]
        - 2. Name 2 factors
          that limit it. (2P)

        ### Task 2: Video captioning

        (1.5 points)

        1. What is the advantage? (1P)
        2) And what is [0.5 pts] the drawback?

        Task 3: Attention (4P)

        Compute "it": a # b.
        """;

    [Fact]
    public void Find_ASheet_FindsQuestionsPointsTitlesAndSolutions()
    {
        var found = SheetFinder.Find(Sheet);

        Assert.Equal("Exercise Sheet 5: Sequence Modeling", found.Title);
        Assert.Equal(Language.English, found.Language);
        Assert.Equal(
            [("1.1", "1"), ("1.2", "2"), ("2.1", "1"), ("2.2", "0.5"), ("3", "4")], found.Questions.Select(q => (q.Id, $"{q.Points}")));
        Assert.Equal("Recurrent Networks", found.Questions[0].Title);
        Assert.Equal("Why is the hidden state not the output?", found.Questions[0].Text);
        Assert.Equal("It holds\nmore.\n\nMuch more.", found.Questions[0].Solution);
        Assert.Equal("Name 2 factors that limit it.", found.Questions[1].Text);
        Assert.Contains("Compute \"it\": a # b", found.Questions[4].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_AGermanSheet_WithLetters_IsGerman()
    {
        var found = SheetFinder.Find(
            "Übungsblatt 3\n\nAufgabe 2 (2 Punkte)\n\na) Warum ist das so? (1,5 P.)\nb) Geben Sie die Formel an. (0,5 Pkt.)");

        Assert.Equal(Language.German, found.Language);
        Assert.Equal([("2.1", "1.5"), ("2.2", "0.5")], found.Questions.Select(q => (q.Id, $"{q.Points}")));
    }

    [Theory]
    [InlineData("a convex set\n1. Why? (1P)", "1.1")]
    [InlineData("2 factors\n\na) Why? (1P)\n1. first\n2. second\nb) How? (1P)", "1.1 1.2")]
    [InlineData("(1)\n\n1. Why? (1P)\n2. How? (1P)", "1.1 1.2")]
    [InlineData("Exercise 2 of the last sheet said so.\n1. Why? (1P)", "1.1")]
    [InlineData("(i) Why? (1P)\n(ii) How? (1P)\n(iii) When? (1P)", "1.1 1.2 1.3")]
    public void Find_NumbersThatBeginALineByChance_AreNoQuestions(string below, string expected) =>
        Assert.Equal(expected, string.Join(' ', SheetFinder.Find("Task 1: Sets\n\n" + below).Questions.Select(q => q.Id)));

    [Theory]
    [InlineData("1. Why? (1P)\n2. How? (2,5 Punkte)", "1:1 2:2.5")]
    [InlineData("1 Filters (3 points)\n\n1.1 What? (1 point)\n1.2 Why? (2 points)", "1.1:1 1.2:2")]
    [InlineData("Aufgabe 1 (3 Punkte)\na) Warum? (1)\nb) Wie? (2)", "1.1:1 1.2:2")]
    [InlineData("Aufgabe 1 (4 Punkte)\na) Warum? (1)\nb) Wie? (2)", "1.1: 1.2:")]
    [InlineData("Task 1\nDraw a line through 2 points.\nIt is hard. 3 P", "1:3")]
    [InlineData("| Task | 1 | 2 | Total |\n|---|---|---|---|\n| Points | 2 | 3 | 5 |\n\nTask 1: A\n\nWhy?\n\nTask 2: B\n\nHow?", "1:2 2:3")]
    [InlineData("Task 1: A [4 points]\nProve it. Bonus Task 2 shows more.\n\nBonus Task 2 [1 bonus point]\nHow?", "1:4 2:1")]
    public void Find_PointsInAnyStyle_AreFound(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SheetFinder.Find(text).Questions.Select(q => $"{q.Id}:{q.Points}")));

    [Theory]
    [InlineData("Task 1: A (3P)\n1. Why? (1P)\n2. How? (1P)", "1: the sheet gives it 3 points, but 2 were found in its questions.")]
    [InlineData("Total: 5 points\n\nTask 1: A (3P)\n\nWhy?", "The sheet says 5 points in all, but 3 were found.")]
    [InlineData("Task 1: A\n1. Why? (1P) Solution: So. 2. How? (2P)",
        "1.1: points stand in its solution; perhaps a question is hidden there.")]
    [InlineData("Task 1: A\n1. Why? (1P) And how? (2P)", "1.1: points stand in it 2 times; the first are taken.")]
    [InlineData("0. Warm-up (2P)\n\nTask 1: A (3P)\n\nWhy?", "Points stand before the first question: 0. Warm-up (2P)")]
    [InlineData("Task 1: A (2P + 1 bonus point)\n\nWhy?",
        "1: it has bonus points, which a rubric does not know: decide whether they belong here.")]
    public void Find_WhatDoesNotFitTogether_IsTold(string text, string doubt)
    {
        var found = SheetFinder.Find(text);

        Assert.Equal([doubt], found.Doubts);
        Assert.Contains($"# - {doubt}", SheetRubric.Of(found, "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatWasFound_IsAValidRubricWithTheSumAndWhatIsToDo()
    {
        var source = SheetRubric.Of(SheetFinder.Find(Sheet + "\n\nTask 4: No points\n"), "sheet.pdf");

        var rubric = RubricReaderTests.Valid(source).Rubric;
        Assert.Equal(Points.FromValue(9.5m), rubric.Maximum);
        Assert.Equal("It holds\nmore.\n\nMuch more.", rubric.Questions[0].Solution);
        Assert.Contains("# - 4: no points were found; 1 stands for them.", source, StringComparison.Ordinal);
        Assert.Contains("German texts are copies", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear students,\n1. read\n2. write")]
    [InlineData("id: x\npoints: 20")]
    public void Find_InWhatIsNoSheet_FindsNoQuestions(string text) => Assert.Empty(SheetFinder.Find(text).Questions);

    [Fact]
    public void Of_HostileTexts_StaysAValidRubric()
    {
        var nasty = "Task 1: x: #\\\"'\t{[ (2P)\n1. */ & ! %\u0000 <b>\nTask 2\n- a: b\nTask 3: \u2028 (0P)\n2. no";

        Assert.Equal(3, RubricReaderTests.Valid(SheetRubric.Of(SheetFinder.Find(nasty), "a\nb")).Rubric.Questions.Count);
    }
}
