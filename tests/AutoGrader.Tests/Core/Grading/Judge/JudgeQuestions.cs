using AutoGrader.Core;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Grading.Judge;

internal static class JudgeQuestions
{
    public static JudgeQuestion About(string answer)
    {
        var criterion = new ConceptCriterion
        {
            Id = "1.1a",
            Maximum = Points.FromValue(1),
            Text = new LocalizedText("The state remembers.", "Der Zustand merkt sich etwas."),
            Levels =
            [
                new Level(Points.FromValue(1), new LocalizedText("Explained.", "Erklärt."), [new Phrase("state + memory")]),
                new Level(Points.FromValue(0.5m), new LocalizedText("Named.", "Genannt."), [new Phrase("memory")]),
            ],
        };
        var question = new Question
        {
            Id = "1.1",
            Title = new LocalizedText("Memory", "Gedächtnis"),
            Text = new LocalizedText("Why memory?", "Warum Gedächtnis?"),
            Criteria = [criterion],
        };
        return new JudgeQuestion(question, criterion, answer);
    }
}
