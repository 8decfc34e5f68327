namespace AutoGrader.Core.Grading.Calibration;

/// <summary>What was found out on graded answers when so many of each question were there to learn from.</summary>
/// <param name="GradedAnswers">How many graded answers there were for each question at least.</param>
/// <param name="Weights">The weights of <see cref="LevelChoice"/>.</param>
/// <param name="Right">The probabilities, by cross-validation, of the suggestions that were right.</param>
/// <param name="Wrong">Those of the suggestions that were wrong.</param>
public sealed record CalibrationStage(
    int GradedAnswers, IReadOnlyList<double> Weights, IReadOnlyList<double> Right, IReadOnlyList<double> Wrong);
