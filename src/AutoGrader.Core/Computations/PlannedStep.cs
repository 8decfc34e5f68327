using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked step.</summary>
internal sealed class PlannedStep
{
    private readonly HashSet<string> _writtenNames;

    public PlannedStep(ComputationStep step, PlannedFormula formula, IReadOnlyList<PlannedMistake> mistakes)
    {
        Step = step;
        Formula = formula;
        Mistakes = mistakes;
        _writtenNames = [.. step.Written.Append(step.Name).Select(WrittenName.Normalise).Where(name => name.Length > 0)];
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

    /// <summary>Whether students write it under a normalised left-hand side; the empty one is no name.</summary>
    public bool IsWrittenAs(string name) => _writtenNames.Contains(name);
}
