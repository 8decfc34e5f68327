namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A paragraph of running text.</summary>
/// <param name="Runs">The stretches of text in order, with all blanks between them.</param>
public sealed record ParagraphBlock(IReadOnlyList<TextRun> Runs) : FeedbackBlock
{
    /// <summary>A paragraph in one style.</summary>
    public ParagraphBlock(string text, TextStyle style = TextStyle.Plain)
        : this([new TextRun(text, style)])
    {
    }
}
