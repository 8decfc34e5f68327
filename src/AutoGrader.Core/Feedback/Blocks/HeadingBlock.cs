namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A heading. It stays with what follows it and appears in the document's outline.</summary>
/// <param name="Level">1 for the title, 2 for sections, 3 for subsections.</param>
/// <param name="Text">The heading.</param>
/// <param name="Aside">What stands at the other end of the line, such as the points; <c>null</c> for nothing.</param>
public sealed record HeadingBlock(int Level, string Text, string? Aside = null) : FeedbackBlock;
