using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked step.</summary>
internal sealed class PlannedStep
{
    public PlannedStep(ComputationStep step, PlannedFormula formula, IReadOnlyList<PlannedMistake> mistakes)
    {
        Step = step;
        Formula = formula;
        Mistakes = mistakes;
        WrittenNames = [.. step.Written.Append(step.Name).Select(WrittenName.Normalise).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The step as the rubric has it.</summary>
    public ComputationStep Step { get; }

    public string Name => Step.Name;

    public PlannedFormula Formula { get; }

    public Shape Shape => Formula.Shape;

    /// <summary>The value of the reference.</summary>
    public Expectation Reference => Formula.OnReference!;

    /// <summary>The known wrong ways to compute it.</summary>
    public IReadOnlyList<PlannedMistake> Mistakes { get; }

    /// <summary>The normalised left-hand sides under which students write it.</summary>
    public IReadOnlyList<string> WrittenNames { get; }
}
