using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>States, confidences and doubts of answers.</summary>
public sealed class AnswerLocatorStateTests
{
    private const double Sure = 0.8;

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("not answered")]
    [InlineData("(skipped)")]
    [InlineData("I don't know.")]
    [InlineData("Keine Ahnung")]
    [InlineData("nicht bearbeitet")]
    [InlineData("Das weiß ich leider nicht.")]
    [InlineData("")]
    public void Locate_LabelWithAStatementThatThereIsNoAnswer_IsMissingForSure(string statement)
    {
        var answer = Locate(Report(("3.2", statement)), "3.2");

        Assert.Equal(AnswerState.Missing, answer.State);
        Assert.InRange(answer.Confidence, 0.9, 1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("∞")]
    [InlineData("n, m")]
    [InlineData("No, because I don't know the scale, but I would say yes.")]
    public void Locate_ShortAnswer_IsAnAnswer(string text)
    {
        var answer = Locate(Report(("3.2", text)), "3.2");

        Assert.Equal(AnswerState.Found, answer.State);
        Assert.Equal(text, answer.Text);
    }

    [Fact]
    public void Locate_OnlyPunctuationBehindALabel_IsUnreadable()
    {
        var answer = Locate(Report(("3.2", ", ,")), "3.2");

        Assert.Equal(AnswerState.Unreadable, answer.State);
        Assert.NotNull(answer.Doubt);
    }

    [Fact]
    public void Locate_EmptyAreaBehindALabel_MayBeAnImage()
    {
        var report = new SyntheticReport().Paragraph("3.1 Shapes.").Heading("3.2").Gap(150).Paragraph("3.3 Rows.").Paragraph("3.4 Five.");

        var answer = Locate(report, "3.2");

        Assert.True(answer.Confidence < Sure);
        Assert.Contains("image", answer.Doubt!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_QuestionAnsweredTwice_TakesBothPlacesAndSaysSo()
    {
        var report = Report(("3.1", "Q is n × d."), ("3.2", "The queries."), ("3.3", "Rows."), ("3.2", "Correction: the values, too."));

        var answer = Locate(report, "3.2");

        Assert.Equal("The queries.\nCorrection: the values, too.", answer.Text);
        Assert.True(answer.Confidence < Sure);
        Assert.Contains("more than one place", answer.Doubt!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_LabelsOutOfOrder_AreBelievedWithADoubt()
    {
        var report = Report(("3.1", "Shapes."), ("3.4", "Five."), ("3.2", "Queries."), ("3.3", "Rows."));

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.Equal("Queries.", document.Answers.Single(a => a.QuestionId == "3.2").Text);
        Assert.Contains("order", document.Answers.Single(a => a.QuestionId == "3.2").Doubt!.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see 3.1")]
    [InlineData("Siehe Aufgabe 3.1.")]
    [InlineData("Same as in question 3.1")]
    [InlineData("s. o.")]
    public void Locate_AnswerThatPointsElsewhere_IsDoubted(string text)
    {
        var answer = Locate(Report(("3.1", "Shapes."), ("3.2", text), ("3.3", "Rows.")), "3.2");

        Assert.Equal(AnswerState.Found, answer.State);
        Assert.True(answer.Confidence < Sure);
    }

    [Fact]
    public void Locate_OutlinesInAnAnswer_MakeOnlyThatAnswerUnsure()
    {
        var report = new SyntheticReport().Paragraph("3.1 Shapes of the three matrices.").Paragraph("3.2 They are given by the following:");
        var box = report.NextBox(200);
        report.Gap(60).Remark(ReadingRemarkKind.OutlineFormulas, box with { Height = 50 }).Paragraph("3.3 Rows.").Paragraph("3.4 Five.");

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.True(document.Answers.Single(a => a.QuestionId == "3.2").Confidence < 0.5);
        Assert.All(document.Answers.Where(a => a.QuestionId is "3.1" or "3.3"), a => Assert.True(a.Confidence >= Sure, a.QuestionId));
    }

    [Fact]
    public void Locate_PictureBesideText_IsNotedAtThatAnswerAlone()
    {
        var report = new SyntheticReport().Paragraph("3.1 Shapes of the three matrices.").Paragraph("3.2 As in my sketch:");
        var box = report.NextBox(200);
        report.Gap(60).Remark(ReadingRemarkKind.Picture, box with { Height = 50 }).Paragraph("3.3 Rows.").Paragraph("3.4 Five.");

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.Equal(["3.2"], document.Answers.Where(a => a.HasPicture).Select(a => a.QuestionId));
        Assert.Equal(AnswerState.Found, document.Answers.Single(a => a.QuestionId == "3.2").State);
    }

    [Fact]
    public void Locate_PictureInPlaceOfText_IsUnreadable()
    {
        var report = new SyntheticReport().Paragraph("3.1 Shapes of the three matrices.").Heading("3.2");
        var box = report.NextBox(200);
        report.Gap(60).Remark(ReadingRemarkKind.Picture, box with { Height = 50 }).Paragraph("3.3 Rows.").Paragraph("3.4 Five.");

        Assert.Equal(AnswerState.Unreadable, Locate(report, "3.2").State);
    }

    [Fact]
    public void Locate_OutlinesWithoutPlace_MakeEveryAnswerOfThePageUnsure()
    {
        var report = Report(("3.1", "Shapes."), ("3.2", "Queries.")).Remark(ReadingRemarkKind.OutlineFormulas);

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.All(document.Answers.Where(a => a.State == AnswerState.Found), a => Assert.True(a.Confidence < 0.5));
    }

    [Theory]
    [InlineData(ReadingRemarkKind.ImageOnlyPage)]
    [InlineData(ReadingRemarkKind.BrokenPage)]
    [InlineData(ReadingRemarkKind.LimitReached)]
    public void Locate_QuestionNotFoundBesideAnUnreadPage_IsUnreadableNotMissing(ReadingRemarkKind kind)
    {
        var report = Report(("3.1", "Shapes."), ("3.3", "Rows.")).Remark(kind);

        Assert.Equal(AnswerState.Unreadable, Locate(report, "3.2").State);
    }

    [Fact]
    public void Locate_ReportOfImages_IsUnreadableThroughout()
    {
        var document = AnswerLocator.Locate(new SyntheticReport().Remark(ReadingRemarkKind.ImageOnlyPage).Content, SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.Equal(AnswerState.Unreadable, a.State));
    }

    [Fact]
    public void Locate_EmptyReport_IsNeverAnUndoubtedZero()
    {
        var document = AnswerLocator.Locate(new SyntheticReport().Content, SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.True(a.Confidence < Sure));
    }

    [Fact]
    public void Locate_SeveralQuestionsInARowWithoutLabel_AreNotMissingForSure()
    {
        var report = Report(("3.1", "Shapes."), ("3.2", "Queries."), ("3.3", "Rows."), ("3.6", "O(N)."));

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.All(document.Answers.Where(a => a.QuestionId is "3.4" or "3.5"), a => Assert.True(a.Confidence < Sure));
    }

    [Fact]
    public void Locate_NoLabelsAtAll_AssignsByContentWithLowConfidence()
    {
        var content = new SyntheticReport()
            .Paragraph("The hidden state keeps more information than is visible in the output.")
            .Paragraph("Vanishing gradients and the fixed size of the hidden state limit long-term dependencies.")
            .Paragraph("For live video captioning the future frames are unknown, offline the whole video is available.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.True(a.Confidence < 0.5));
        Assert.StartsWith("For live", document.Answers.Single(a => a.QuestionId == "2.2").Text, StringComparison.Ordinal);
        LocatedParts.AssertConsistent(content, document);
    }

    [Fact]
    public void Locate_SeveralAnswersInOneBlock_KeepTheirMatricesAndLines()
    {
        const string Text = "3.3: Over the rows. 3.4: The result is QK^T = [[2, 1], [0, 3.5]] as computed. 3.5: Yes, nearly.";
        var start = Text.IndexOf("[[", StringComparison.Ordinal);
        var box = new Box(100, 60, 40, 12);
        var matrix = new MatrixReading
        {
            Rows = 2,
            Columns = 2,
            Entries = [new(2, "2", box, 1), new(1, "1", box, 1), new(0, "0", box, 1), new(3.5, "3.5", box, 1)],
            Page = 1,
            Box = box,
            Start = start,
            Length = "[[2, 1], [0, 3.5]]".Length,
            Confidence = 1,
        };
        var content = new SyntheticReport().Add(BlockKind.Paragraph, Text, 4, 10, 60, matrix).Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        var answer = document.Answers.Single(a => a.QuestionId == "3.4");
        var moved = Assert.Single(answer.Blocks[0].Matrices);
        Assert.Equal("The result is QK^T = [[2, 1], [0, 3.5]] as computed.", answer.Text);
        Assert.Equal("[[2, 1], [0, 3.5]]", answer.Text.Substring(moved.Start, moved.Length));
        LocatedParts.AssertConsistent(content, document);
    }

    [Fact]
    public void Locate_SameContentTwice_GivesTheSameAnswers()
    {
        var content = SheetLayout.Lay(TypedStudent.All[0], "compact");

        var first = AnswerLocator.Locate(content, SheetFive.Rubric);
        var second = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal(
            first.Answers.Select(a => (a.QuestionId, a.State, a.Confidence, a.Doubt, a.Text)),
            second.Answers.Select(a => (a.QuestionId, a.State, a.Confidence, a.Doubt, a.Text)));
    }

    [Theory]
    [InlineData("Der Zustand ist das Gedächtnis und die Ausgabe nicht.", AutoGrader.Core.Language.German)]
    [InlineData("The state is the memory and the output is not.", AutoGrader.Core.Language.English)]
    public void Locate_Report_TellsItsLanguage(string text, AutoGrader.Core.Language language) =>
        Assert.Equal(language, AnswerLocator.Locate(Report(("1.1", text)).Content, SheetFive.Rubric).Language);

    private static SyntheticReport Report(params (string Id, string Text)[] answers)
    {
        var given = answers.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var report = new SyntheticReport();
        // The first tasks are always there, so that what is missing is missing in a report that is understood.
        foreach (var id in new[] { "1.1", "1.2", "2.1", "2.2" }.Where(id => !given.Contains(id)))
            report.Paragraph($"{id} A plain sentence.");
        foreach (var (id, text) in answers)
            report.Paragraph($"{id} {text}".TrimEnd(), id.Length);
        if (!given.Contains("3.3"))
            report.Paragraph("3.3 Over the keys, row by row.", 3);
        return report;
    }

    private static Answer Locate(SyntheticReport report, string id) =>
        AnswerLocator.Locate(report.Content, SheetFive.Rubric).Answers.Single(a => a.QuestionId == id);
}
