namespace AutoGrader.Core.Grading.Learning;

/// <summary>Suggested points.</summary>
/// <param name="Points">The points.</param>
/// <param name="Probability">The probability that they are right, 0 to 1.</param>
/// <param name="IsSure">Whether they may stand without a person.</param>
public sealed record Suggestion(decimal Points, double Probability, bool IsSure);
