namespace AutoGrader.Core.Reading.Locating;

/// <summary>A partial sequence of labels.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Score">The score of all choices so far.</param>
/// <param name="Before">The sequence before its last label.</param>
/// <param name="Label">The candidate of its last label, or -1.</param>
/// <param name="Kind">What the last label names, or <c>null</c>.</param>
/// <param name="LocalX">The left edge of the last local label.</param>
/// <param name="LocalPage">The page of the last local label, or 0.</param>
internal sealed record SearchNode(
    SearchState State, double Score, SearchNode? Before, int Label, LabelKind? Kind, double LocalX, int LocalPage);
