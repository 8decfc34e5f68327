using AutoGrader.Core.Grading.Learning;

namespace AutoGrader.Core.Grading.Calibration;

/// <summary>A graded answer of a student whom nothing was developed for.</summary>
/// <param name="Student">Who answered.</param>
/// <param name="Answer">The answer with its true points.</param>
public sealed record HonestAnswer(string Student, GradedAnswer Answer);
