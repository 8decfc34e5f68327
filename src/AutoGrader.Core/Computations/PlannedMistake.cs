using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked mistake.</summary>
/// <param name="Mistake">The mistake as the rubric has it.</param>
/// <param name="Formula">The wrong formula; its shape may differ from the step's.</param>
internal sealed record PlannedMistake(NamedMistake Mistake, PlannedFormula Formula);
