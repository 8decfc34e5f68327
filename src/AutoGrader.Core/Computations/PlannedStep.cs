using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Computations;

/// <summary>A checked step.</summary>
internal sealed class PlannedStep
{
    private readonly HashSet<string> _writtenNames;
    private readonly Lazy<StepMistakes> _mistakes;

    /// <param name="step">The step as the rubric has it.</param>
    /// <param name="formula">Its formula.</param>
    /// <param name="mistakes">Makes the wrong ways; called once.</param>
    public PlannedStep(ComputationStep step, PlannedFormula formula, Func<StepMistakes> mistakes)
    {
        Step = step;
        Formula = formula;
        _mistakes = new(mistakes);
        _writtenNames = [.. step.Written.Append(step.Name).Select(WrittenName.Normalise).Where(name => name.Length > 0)];
    }

    /// <summary>The step as the rubric has it.</summary>
    public ComputationStep Step { get; }

    public string Name => Step.Name;

    public PlannedFormula Formula { get; }

    public Shape Shape => Formula.Shape;

    /// <summary>The value of the reference.</summary>
    public Expectation Reference => Formula.OnReference!;

    /// <summary>The wrong ways to compute it that the rubric names and that fit its shape.</summary>
    public IReadOnlyList<PlannedMistake> Mistakes => _mistakes.Value.OfRubric;

    /// <summary>The other wrong ways that are known for every formula and fit its shape.</summary>
    public IReadOnlyList<PlannedMistake> Slips => _mistakes.Value.OfCatalogue;

    /// <summary>What it took to find the wrong ways, as formulas are counted.</summary>
    public long MistakesWork => _mistakes.Value.Work;

    /// <summary>Whether students write it under a normalised left-hand side; the empty one is no name.</summary>
    public bool IsWrittenAs(string name) => _writtenNames.Contains(name);
}

/// <summary>The wrong ways to compute a step.</summary>
/// <param name="OfRubric">Those the rubric names.</param>
/// <param name="OfCatalogue">The others.</param>
/// <param name="Work">What it took to find them.</param>
internal sealed record StepMistakes(IReadOnlyList<PlannedMistake> OfRubric, IReadOnlyList<PlannedMistake> OfCatalogue, long Work);
