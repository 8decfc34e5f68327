namespace AutoGrader.Core.Feedback;

/// <summary>What follows begins a new page.</summary>
public sealed record PageBreakBlock : FeedbackBlock;
