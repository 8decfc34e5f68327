namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>What follows begins a new page.</summary>
public sealed record PageBreakBlock : FeedbackBlock;
