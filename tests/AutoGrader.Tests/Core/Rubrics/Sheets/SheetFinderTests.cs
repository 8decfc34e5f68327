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
