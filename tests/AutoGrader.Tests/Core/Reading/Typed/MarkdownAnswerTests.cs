using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;

namespace AutoGrader.Tests.Core.Reading.Typed;

public sealed class MarkdownAnswerTests
{
    [Theory]
    [InlineData(@"$Q \in \mathbb{R}^{N_Q \times d_k}$", "Q ∈  ℝ^{N_Q × d_k}")]
    [InlineData(@"$\frac{QK^\top}{\sqrt{d_k}}$", "(QK^T)/(sqrt(d_k))")]
    [InlineData(@"$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$", "[[ 1 , 2 ], [ 3 , 4 ]]")]
    [InlineData("**bold** `code`", "bold code")]
    public void Mathematics_becomes_linear(string typed, string expected) =>
        Assert.Equal(expected, Assert.Single(MarkdownAnswer.Blocks(typed)).Text);

    [Fact]
    public void Paragraphs_items_code_and_tables_are_told_apart()
    {
        var blocks = MarkdownAnswer.Blocks("First line\nsecond line\n- an item\n- another\n\n```\nx = 1\n```\r\n\r\n| a | b |\n| c | d |");

        Assert.Equal(
            [
                (BlockKind.Paragraph, "First line second line"), (BlockKind.ListItem, "- an item"), (BlockKind.ListItem, "- another"),
                (BlockKind.Code, "x = 1"), (BlockKind.Table, "a\tb\nc\td"),
            ],
            blocks.Select(b => (b.Kind, b.Text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void Nothing_typed_is_a_missing_answer(string? typed) =>
        Assert.Equal(AnswerState.Missing, MarkdownAnswer.Read("1.1", typed).State);
}
