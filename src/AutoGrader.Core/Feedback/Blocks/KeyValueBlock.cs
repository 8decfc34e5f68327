namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>Facts with their names, such as the head of a report.</summary>
/// <param name="Facts">The facts in order.</param>
public sealed record KeyValueBlock(IReadOnlyList<Fact> Facts) : FeedbackBlock;

/// <summary>A fact with its name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Style">How the value is set off.</param>
public sealed record Fact(string Name, string Value, TextStyle Style = TextStyle.Plain);
