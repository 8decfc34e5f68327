namespace AutoGrader.Core.Computations;

/// <summary>A fault of a formula: it cannot be parsed, its shapes do not agree, it uses an unknown name.</summary>
/// <param name="Step">The step (or mistake) whose formula is at fault.</param>
/// <param name="Column">Where in the formula, from 1.</param>
/// <param name="Message">What is wrong; for shapes, both shapes.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FormulaFault(string Step, int Column, LocalizedText Message, LocalizedText Remedy);
