using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>What the locator is sure of, and what it hands to a person.</summary>
public sealed class AnswerLocatorDoubtTests
{
    private const double Sure = 0.8;

    /// <summary>Every student of the corpus in the commonest layouts, once for every question that has a neighbour before it.</summary>
    private static IEnumerable<(TypedStudent Student, string Layout, string Before, string Question)> Cases =>
        from student in TypedStudent.All
        from layout in new[] { "headed", "numbered", "compact", "continuous" }
        from pair in SheetFive.Rubric.Questions.Zip(SheetFive.Rubric.Questions.Skip(1), (a, b) => (Before: a.Id, Question: b.Id))
        where pair.Before[0] == pair.Question[0] && student.Answers.ContainsKey(pair.Before) && student.Answers.ContainsKey(pair.Question)
        select (student, layout, pair.Before, pair.Question);

    [Fact]
    public void Locate_LabelLost_SaysSoForTheMissingAnswerAndTheOneThatHoldsIt()
    {
        var silent = new List<string>();
        var count = 0;
        foreach (var (student, layout, before, question) in Cases)
        {
            var answers = student.Answers.Where(a => a.Key != question)
                .ToDictionary(a => a.Key, a => a.Key == before ? a.Value + "\n\n" + student.Answers[question] : a.Value);
            var document = AnswerLocator.Locate(SheetLayout.Lay(student with { Answers = answers }, layout), SheetFive.Rubric);
            count++;
            if (document.Answers.Single(a => a.QuestionId == question).Confidence >= Sure)
                silent.Add($"{student.Id} {layout} {question}");
        }

        Assert.True(silent.Count < 0.03 * count, $"{silent.Count} of {count}:\n" + string.Join('\n', silent));
    }

    [Fact]
    public void Locate_NumberWithoutMarkAtTheBeginningOfALine_IsNoAnswerThatIsSurelyMissing()
    {
        var report = new SyntheticReport();
        foreach (var question in SheetFive.Rubric.Questions.SkipLast(2))
            report.Paragraph(question.Id + ") An answer of one sentence.");
        var content = report.Paragraph("3.5) yes, if Q and K are the same\n3.6 attention grows with the square of the pixels").Content;

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        Assert.True(document.Answers.Single(a => a.QuestionId == "3.6") is { State: AnswerState.Found } or { Confidence: < Sure });
    }

    [Fact]
    public void Locate_AnswerLeftOut_IsMissingAndMostlyForSure()
    {
        var doubted = new List<string>();
        var count = 0;
        foreach (var (student, layout, _, question) in Cases)
        {
            var answers = student.Answers.Where(a => a.Key != question).ToDictionary();
            var document = AnswerLocator.Locate(SheetLayout.Lay(student with { Answers = answers }, layout), SheetFive.Rubric);
            var answer = document.Answers.Single(a => a.QuestionId == question);
            Assert.Equal(AnswerState.Missing, answer.State);
            count++;
            if (answer.Confidence < Sure)
                doubted.Add($"{student.Id} {layout} {question} {answer.Doubt}");
        }

        Assert.True(doubted.Count < 0.2 * count, $"{doubted.Count} of {count}:\n" + string.Join('\n', doubted));
    }
}
