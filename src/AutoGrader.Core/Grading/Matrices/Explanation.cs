using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>A mistake that leads to a student's matrix.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Value">What it leads to.</param>
internal sealed record Explanation(PlannedMistake Mistake, Expectation Value);
