namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>Blocks that stay on one page as far as a page can hold them.</summary>
/// <param name="Blocks">The blocks in order.</param>
public sealed record GroupBlock(IReadOnlyList<FeedbackBlock> Blocks) : FeedbackBlock;
