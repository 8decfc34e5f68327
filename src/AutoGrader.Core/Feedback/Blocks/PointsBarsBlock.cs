namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>
/// A bar for each question: the points beside the maximum. All bars share one scale: a full bar is the question's maximum.
/// </summary>
/// <param name="Bars">The bars in order.</param>
public sealed record PointsBarsBlock(IReadOnlyList<PointsBar> Bars) : FeedbackBlock;

/// <summary>One bar.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Share">How much of the bar is filled, 0 to 1.</param>
/// <param name="Value">The same in numbers, such as <c>2.5 / 3</c>.</param>
/// <param name="Tone">How the question was judged.</param>
/// <param name="Note">A few words beside the value, such as that a tutor will look at it; <c>null</c> for none.</param>
public sealed record PointsBar(string Id, string Title, double Share, string Value, Tone Tone, string? Note = null);
