namespace AutoGrader.Core.Feedback;

/// <summary>A piece of a feedback report. Subtypes are data only; engines decide the looks.</summary>
public abstract record FeedbackBlock;
