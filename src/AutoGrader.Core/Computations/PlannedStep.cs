using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked step.</summary>
/// <param name="Step">The step as the rubric has it.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Shape">The shape of its value.</param>
/// <param name="Mistakes">The known wrong ways to compute it.</param>
internal sealed record PlannedStep(ComputationStep Step, Formula Formula, Shape Shape, IReadOnlyList<PlannedMistake> Mistakes)
{
    public string Name => Step.Name;
}

/// <summary>A checked mistake.</summary>
/// <param name="Mistake">The mistake as the rubric has it.</param>
/// <param name="Formula">The wrong formula.</param>
/// <param name="Shape">The shape of its value, which may differ from the step's.</param>
internal sealed record PlannedMistake(NamedMistake Mistake, Formula Formula, Shape Shape);
