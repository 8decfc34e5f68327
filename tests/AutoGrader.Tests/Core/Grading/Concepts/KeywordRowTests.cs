using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Concepts;

public sealed class KeywordRowTests
{
    [Theory]
    [InlineData("1.2", "gradient vanish explode backprop jacobian product many steps chain rule exponential repeated")]
    [InlineData("1.2", "Gradient verschwindet explodiert Backprop Zeitschritte Produkt Kettenregel Jacobi exponentiell wiederholt Potenz")]
    [InlineData("3.5", "softmax attention weights identity matrix nearly one-hot own value QK^T diagonal large infinity orthogonal")]
    public void Keywords_without_a_sentence_are_recognised(string question, string answer) => Assert.True(IsRow(question, answer));

    [Theory]
    [InlineData("1.2", "vanishing gradients, fixed size")]
    [InlineData("1.2", "In backpropagation through time gradients are multiplied many times, so they vanish or explode.")]
    [InlineData("1.2", "Der Gradient wird in jedem Zeitschritt mit derselben Matrix multipliziert und verschwindet oder explodiert.")]
    [InlineData("3.1", "$Q \\in \\mathbb{R}^{N \\times d}$, $K \\in \\mathbb{R}^{M \\times d}$, $V \\in \\mathbb{R}^{M \\times p}$")]
    public void Sentences_terse_notes_and_formulas_are_none(string question, string answer) => Assert.False(IsRow(question, answer));

    [Fact]
    public void Hardly_any_graded_answer_is_taken_for_keywords()
    {
        var (lines, _) = AnswerLines.Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl")), "");
        var free = lines.Where(l => l.QuestionId != "3.4").ToList();

        var rows = free.Where(l => IsRow(l.QuestionId, l.Text)).ToList();

        Assert.True(rows.Count * 50 <= free.Count, $"{rows.Count} of {free.Count}: {string.Join("\n\n", rows.Select(r => r.Text))}");
    }

    private static bool IsRow(string question, string answer) =>
        KeywordRow.IsIn(MarkdownAnswer.Read(question, answer), TypedCorpus.Question(question));
}
