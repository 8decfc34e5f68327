using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Reads a matrix as the value of a step: what it should be, what it is, which mistakes lead to it, what follows from it.
/// </summary>
internal sealed class StepReader(ChainArithmetic arithmetic)
{
    /// <summary>So many entries must speak for a mistake and against the right way: one alone may be any slip.</summary>
    public const int LeastTelling = 2;

    private readonly Dictionary<(PlannedStep, Comparison, Comparison?), StepOutcome> _shown = [];
    private readonly Dictionary<(StepOutcome, PlannedMistake), StepOutcome> _explained = [];
    private readonly Dictionary<(PlannedStep, PlannedMistake?), StepOutcome> _notShown = [];

    /// <summary>That a step is not shown, and perhaps was done by a wrong way.</summary>
    public StepOutcome NotShown(PlannedStep step, PlannedMistake? mistake) =>
        Kept(_notShown, (step, mistake), static key => new StepOutcome { Step = key.Item1, Mistake = key.Item2 });

    /// <summary>
    /// A matrix beside the reference and beside what follows from the student's own results. The kinder comparison counts; the reference
    /// where both are the same.
    /// </summary>
    public StepOutcome Compare(PlannedStep step, StudentMatrix matrix, StudentChain chain)
    {
        var carried = arithmetic.Evaluate(step.Formula, chain);
        // On the reference chain the two differ only by what the student rounded.
        var reference = chain.IsReference && carried is not null ? carried : step.Reference;
        var own = carried is null || ReferenceEquals(carried, reference) ? null : arithmetic.Compare(carried, matrix);
        return Kept(_shown, (step, arithmetic.Compare(reference, matrix), own), key => new StepOutcome
        {
            Step = step,
            Matrix = matrix,
            AgainstReference = key.Item2,
            AgainstOwn = key.Item3,
            NotCarriedOn = DegenerateMatrix.Reason(matrix, step),
        });
    }

    /// <summary>An outcome with its explanation, if it has one.</summary>
    public StepOutcome Explained(StepOutcome outcome, Explanation? explanation) => explanation is null
        ? outcome
        : Kept(_explained, (outcome, explanation.Mistake), static key => key.Item1 with { Mistake = key.Item2 });

    /// <summary>The mistakes of the rubric that lead to a matrix which is not right.</summary>
    public IEnumerable<Explanation> MistakesOfRubric(StepOutcome outcome, StudentChain chain) =>
        outcome.Comparison!.Differing == 0 ? [] : Explaining(outcome.Step.Mistakes, outcome, chain);

    /// <summary>The other known slips that lead to it.</summary>
    public IEnumerable<Explanation> Slips(StepOutcome outcome, StudentChain chain) =>
        outcome.Telling < LeastTelling || outcome.NotCarriedOn is not null ? [] : Explaining(outcome.Step.Slips, outcome, chain);

    /// <summary>The values a student goes on from behind a step.</summary>
    /// <param name="chain">The values before it.</param>
    /// <param name="outcome">What is said of the step.</param>
    /// <param name="mistaken">What its mistake leads to; <c>null</c> where there is none.</param>
    public StudentChain GoOn(StudentChain chain, StepOutcome outcome, Expectation? mistaken)
    {
        var step = outcome.Step;
        if (outcome.Matrix is not { } matrix)
            return chain.With(step.Name, mistaken ?? arithmetic.Evaluate(step.Formula, chain) ?? step.Reference);
        if (outcome.NotCarriedOn is not null)
            return chain.With(step.Name, outcome.AgainstReference!.Expected);
        var basis = mistaken is null ? outcome.Comparison! : arithmetic.Compare(mistaken, matrix);
        var given = outcome.Mistake?.OwnGiven is { } own ? chain.With(own.Name, own.Value) : chain;
        return given.With(step.Name, arithmetic.ValueOf(matrix, basis));
    }

    private IEnumerable<Explanation> Explaining(IEnumerable<PlannedMistake> mistakes, StepOutcome outcome, StudentChain chain)
    {
        foreach (var mistake in mistakes)
        {
            if (arithmetic.Evaluate(mistake.Formula!, chain) is { } value && outcome.Matrix!.Is(value, arithmetic.Tolerance))
                yield return new Explanation(mistake, value);
        }
    }

    private static TValue Kept<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TKey, TValue> make)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var value))
            known.Add(key, value = make(key));
        return value;
    }
}
