namespace AutoGrader.Core.Assessments;

/// <summary>A decision that cannot be applied.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">Why not and what would be possible, for the person who made it.</param>
public sealed record RefusedDecision(Decision Decision, LocalizedText Reason);
