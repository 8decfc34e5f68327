namespace AutoGrader.Application.Remarking;

/// <summary>How an effect is looked at.</summary>
/// <param name="HasJudge">Whether a judge outside the program would be asked.</param>
/// <param name="GradeThresholds">Shares of the points at which a better grade begins.</param>
/// <param name="ScoresEverything">Whether nothing is taken over from stored scores.</param>
internal sealed record EffectSettings(bool HasJudge, IReadOnlyList<double> GradeThresholds, bool ScoresEverything);
