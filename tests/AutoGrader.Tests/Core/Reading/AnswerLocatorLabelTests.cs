using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>Forms of labels, and things that look like labels and are none.</summary>
public sealed class AnswerLocatorLabelTests
{
    [Theory]
    [InlineData("Task 1.1:", "Task 1.2:")]
    [InlineData("Aufgabe 1.1", "Aufgabe 1.2")]
    [InlineData("Question 1.1", "Question 1.2")]
    [InlineData("1.1)", "1.2)")]
    [InlineData("1.1:", "1.2:")]
    [InlineData("(1.1)", "(1.2)")]
    [InlineData("Q1.1", "Q1.2")]
    [InlineData("1. 1", "1. 2")]
    [InlineData("1.1", "1.2")]
    [InlineData("1.1 –", "1.2 –")]
    [InlineData("[1.1]", "[1.2]")]
    [InlineData("Task 1, question 1", "Task 1, question 2")]
    [InlineData("Task 1 (1):", "Task 1 (2):")]
    [InlineData("Task 1a)", "Task 1b)")]
    [InlineData("Exercise 1, part 1:", "Exercise 1, part 2:")]
    [InlineData("Aufg. 1, Teil 1:", "Aufg. 1, Teil 2:")]
    [InlineData("Lösung zu Aufgabe 1.1:", "Lösung zu Aufgabe 1.2:")]
    [InlineData("Answer to 1.1:", "Answer to 1.2:")]
    [InlineData("Zu 1.1:", "Zu 1.2:")]
    [InlineData("1.1 (1P)", "1.2 (2P)")]
    public void Locate_RunInLabel_IsRecognised(string first, string second)
    {
        var content = new SyntheticReport()
            .Paragraph($"{first} The state keeps what the network remembers.")
            .Paragraph($"{second} It has a fixed size.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("The state keeps what the network remembers.", Text(document, "1.1"));
        Assert.Equal("It has a fixed size.", Text(document, "1.2"));
    }

    [Theory]
    [InlineData("3.1 and 3.2")]
    [InlineData("3.1 und 3.2")]
    [InlineData("3.1/3.2")]
    [InlineData("3.1, 3.2:")]
    [InlineData("Task 3.1 & 3.2")]
    [InlineData("Aufgabe 3.1 + 3.2 Formen")]
    public void Locate_HeadingWithTwoNumbers_GivesTheTextToBothWithDoubt(string heading)
    {
        var content = new SyntheticReport()
            .Heading("2.2").Paragraph("Live captions cannot look ahead.")
            .Heading(heading).Paragraph("Q and K share their columns, and the output has the rows of Q.")
            .Heading("3.3").Paragraph("Over the keys.").Content;

        var answers = AnswerLocator.Locate(content, SheetFive.Rubric).Answers.Where(a => a.QuestionId is "3.1" or "3.2").ToList();

        Assert.All(answers, a => Assert.Equal(AnswerState.Found, a.State));
        Assert.All(answers, a => Assert.EndsWith("the output has the rows of Q.", a.Text, StringComparison.Ordinal));
        Assert.All(answers, a => Assert.InRange(a.Confidence, 0.1, 0.5));
        Assert.Contains("names 3.2 too", answers[0].Doubt!.English, StringComparison.Ordinal);
        Assert.Contains("names 3.1 too", answers[1].Doubt!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_HeadingWithTwoNumbersAboveBothLabels_IsNoAnswer()
    {
        var content = new SyntheticReport()
            .Heading("3.1 and 3.2").Heading("3.1").Paragraph("Q and K share their columns.")
            .Heading("3.2").Paragraph("The rows of Q.").Heading("3.3").Paragraph("Over the keys.").Content;

        var answers = AnswerLocator.Locate(content, SheetFive.Rubric).Answers.Where(a => a.QuestionId is "3.1" or "3.2").ToList();

        Assert.Equal(["Q and K share their columns.", "The rows of Q."], answers.Select(a => a.Text));
    }

    [Fact]
    public void Locate_NumbersInTheFirstColumnOfATable_AreLabels()
    {
        var content = new SyntheticReport()
            .Paragraph("Question Answer")
            .Table("1.1\tit remembers things you do not see\n1.2\tfixed size and gradients that vanish\n2.1\tmotion\n2.2\tno future frames")
            .Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("it remembers things you do not see", Text(document, "1.1"));
        Assert.Equal("fixed size and gradients that vanish", Text(document, "1.2"));
        Assert.Equal("motion", Text(document, "2.1"));
        Assert.Equal("no future frames", Text(document, "2.2"));
    }

    [Theory]
    [InlineData("1.", "2.")]
    [InlineData("1)", "2)")]
    [InlineData("(1)", "(2)")]
    [InlineData("a)", "b)")]
    [InlineData("(a)", "(b)")]
    [InlineData("Question 1", "Question 2")]
    [InlineData("Frage 1:", "Frage 2:")]
    [InlineData("1.2.1 Question 1:", "1.2.2 Question 2:")]
    [InlineData("Teilaufgabe a)", "Teilaufgabe b)")]
    [InlineData("Q1", "Q2")]
    public void Locate_LocalLabelsBelowATaskHeading_BelongToThatTask(string first, string second)
    {
        var content = new SyntheticReport().Heading("Exercise Sheet 5").Heading("Exercise 2 – Video captioning")
            .Paragraph($"{first} Motion is seen only across frames.")
            .Paragraph($"{second} Live captioning does not know the future.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("Motion is seen only across frames.", Text(document, "2.1"));
        Assert.Equal("Live captioning does not know the future.", Text(document, "2.2"));
        Assert.Equal(AnswerState.Missing, Of(document, "1.1").State);
    }

    [Fact]
    public void Locate_NumbersOfAListWithinAnAnswer_AreNoLabels()
    {
        var content = new SyntheticReport().Heading("Task 1")
            .Paragraph("1. The state is a memory.").Paragraph("2.")
            .Item("1. The gradient vanishes.").Item("2. The state is small.").Item("3. It is slow.")
            .Heading("Task 2").Paragraph("1. Motion.").Paragraph("2. Live is harder.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("1. The gradient vanishes.\n2. The state is small.\n3. It is slow.", Text(document, "1.2"));
        Assert.Equal("The state is a memory.", Text(document, "1.1"));
        Assert.Equal("Motion.", Text(document, "2.1"));
    }

    [Fact]
    public void Locate_IndentedListInTheFirstAnswer_DoesNotStealTheSecondLabel()
    {
        var content = new SyntheticReport().Heading("Task 1")
            .Paragraph("1. There are two reasons:").Item("1. It is a memory.").Item("2. The output is a readout.")
            .Paragraph("2. Vanishing gradients.").Heading("Task 2").Paragraph("1. Motion.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("Vanishing gradients.", Text(document, "1.2"));
    }

    [Theory]
    [InlineData("As shown in 3.1, the keys share the dimension.")]
    [InlineData("This follows from the shapes, see 3.2: the outer dimensions remain.")]
    [InlineData("By Eq. 1.2 the scale is 3.5 times larger (3.6) and 0.5 is 1/2.")]
    [InlineData("The largest entry is 3.1. Then the factor 3.2 remains.")]
    public void Locate_NumbersInRunningText_AreNoLabels(string sentence)
    {
        var content = new SyntheticReport()
            .Paragraph("3.1 Q is n × d.").Paragraph("3.2 n and d_v.").Paragraph($"3.3 Over the keys. {sentence} Each row sums to 1.")
            .Paragraph("3.4 The result is 5.").Paragraph("3.5 Yes, nearly.").Paragraph("3.6 O(N^2).").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal($"Over the keys. {sentence} Each row sums to 1.", Text(document, "3.3"));
        Assert.Equal("n and d_v.", Text(document, "3.2"));
        Assert.Equal("Yes, nearly.", Text(document, "3.5"));
    }

    [Fact]
    public void Locate_NumbersInMatricesCodeAndOutput_AreNoLabels()
    {
        var content = new SyntheticReport().Paragraph("3.4 Calculation:")
            .Code("# 3.5 scale\nS = Q @ K.T").Output("[[1.1 1.2]\n [3.5 3.6]]").Formula("3.5 3 1.5").Table("3.5\t3.6\n2.1\t2.2")
            .Paragraph("2.5 3\n3.5 5 6").Paragraph("3.5 Yes.").Paragraph("3.6 O(N^2).").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal("Yes.", Text(document, "3.5"));
        Assert.Equal(6, Of(document, "3.4").Blocks.Count);
        Assert.Equal(AnswerState.Missing, Of(document, "2.1").State);
    }

    [Fact]
    public void Locate_OwnSectionNumbersBesideTheSheets_AreNotTakenForQuestions()
    {
        var content = new SyntheticReport().Heading("1 Image and Video Understanding: Exercise 5")
            .Heading("1.1 Task 1: Recurrent Neural Networks (RNNs) (3P)").Paragraph("1.1 Memory.").Paragraph("1.2 Size.")
            .Heading("1.2 Task 2: Video captioning (3P)").Paragraph("2.1 Motion.").Paragraph("2.2 Future.")
            .Heading("1.3 Task 3: Attention (14P)").Paragraph("3.1 Shapes.").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.Equal(["Memory.", "Size.", "Motion.", "Future.", "Shapes."], document.Answers.Take(5).Select(a => a.Text));
    }

    [Fact]
    public void Locate_OutlineOneLevelBelowTheSheets_IsUnderstood()
    {
        var report = new SyntheticReport().Heading("1 Exercise sheet 5");
        foreach (var question in SheetFive.Rubric.Questions)
        {
            if (question.Id.EndsWith(".1", StringComparison.Ordinal))
                report.Heading($"1.{question.Id[0]} Some title");
            report.Heading($"1.{question.Id} {question.Title.English}").Paragraph($"The answer to question {question.Title.English}.");
        }

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.Equal(AnswerState.Found, a.State));
        Assert.Equal(
            SheetFive.Rubric.Questions.Select(q => $"The answer to question {q.Title.English}."),
            document.Answers.Select(a => a.Text));
    }

    [Fact]
    public void Locate_TableOfContents_IsNoAnswer()
    {
        var report = new SyntheticReport().Heading("Contents");
        foreach (var question in SheetFive.Rubric.Questions)
            report.Paragraph($"{question.Id} {question.Title.English} . . . . . 2");
        foreach (var question in SheetFive.Rubric.Questions)
            report.Heading($"{question.Id} {question.Title.English}").Paragraph("Because the long sequence has a fixed size.");

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.StartsWith("Because", a.Text, StringComparison.Ordinal));
        Assert.All(document.Answers, a => Assert.Null(a.Doubt));
    }

    [Fact]
    public void Locate_QuestionsRepeatedWithoutNumbers_AreRecognisedByTheirText()
    {
        var report = new SyntheticReport().Heading("My report");
        foreach (var question in SheetFive.Rubric.Questions)
        {
            report.Paragraph(question.Text.German, question.Text.German.Length)
                .Paragraph($"Antwort: Das ist es, Nummer {question.Maximum}.");
        }

        var document = AnswerLocator.Locate(report.Content, SheetFive.Rubric);

        Assert.Equal(SheetFive.Rubric.Questions.Select(q => $"Das ist es, Nummer {q.Maximum}."), document.Answers.Select(a => a.Text));
    }

    [Fact]
    public void Locate_AnswerThatTakesUpTheWordsOfTheQuestion_IsNotStripped()
    {
        const string Sentence = "The hidden state h_t is not equivalent to the model output y_t because it stores memory.";
        var content = new SyntheticReport().Paragraph("1.1 " + Sentence).Paragraph("1.2 Size.").Content;

        Assert.Equal(Sentence, Text(AnswerLocator.Locate(content, SheetFive.Rubric), "1.1"));
    }

    [Fact]
    public void Locate_ReferencesBehindTheAnswers_BelongToNoQuestion()
    {
        var content = new SyntheticReport().Paragraph("3.5 Yes.").Paragraph("3.6 O(N^2).")
            .Heading("References").Paragraph("[1] Vaswani et al., Attention is all you need.").Content;

        Assert.Equal("O(N^2).", Text(AnswerLocator.Locate(content, SheetFive.Rubric), "3.6"));
    }

    private static Answer Of(AnswerDocument document, string id) => document.Answers.Single(a => a.QuestionId == id);

    private static string Text(AnswerDocument document, string id) => Of(document, id).Text;
}
