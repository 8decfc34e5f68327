using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Finds out which matrix of an answer is which step. Names, order and values each may mislead (an unnamed matrix, a factor written first,
/// two steps of one shape), so all readings are weighed against each other, step by step, keeping the best.
/// </summary>
internal sealed class HypothesisSearch(ComputationPlan plan, IReadOnlyList<StudentMatrix> matrices, ChainArithmetic arithmetic)
{
    private const int Width = 200;

    // Weights of the evidence, as differences of log-likelihoods. A few entries that agree beat any name; a name beats the order.
    private const double NamedAsThis = 4;
    private const double NamedAsOther = -3;
    private const double PerAgreement = 7;
    private const double NoAgreement = -4;
    private const double AllAgree = 1;
    private const double OutOfOrder = -3;
    private const double OnlyAFactor = -1.5;
    private const double NotShown = -1;
    private const double AssumedMistake = -1.5;
    private const double ShownMistake = -2.5; // a matrix that equals an earlier step rather is that step
    private const double LeftOver = -2;

    private readonly Dictionary<(StudentMatrix, StudentMatrix), bool> _multiples = [];

    /// <summary>The readings, best first; at least one.</summary>
    public IReadOnlyList<ChainHypothesis> Run()
    {
        IReadOnlyList<ChainHypothesis> best = [ChainHypothesis.Start(StudentChain.Start(plan))];
        foreach (var step in plan.Steps)
            best = [.. best.SelectMany(hypothesis => Extend(hypothesis, step)).OrderByDescending(h => h.Score).Take(Width)];
        return [.. best.Select(WeighLeftovers).OrderByDescending(h => h.Score)];
    }

    private IEnumerable<ChainHypothesis> Extend(ChainHypothesis hypothesis, PlannedStep step)
    {
        var carried = arithmetic.Evaluate(step.Formula, hypothesis.Chain);
        var reference = hypothesis.Chain.IsReference && carried is not null ? carried : step.Reference;
        var unwritten = hypothesis.Chain.With(step.Name, carried ?? reference);
        yield return hypothesis.With(new StepOutcome { Step = step }, unwritten, NotShown);
        // A mistake that nobody wrote down shows in later steps or not at all.
        foreach (var mistake in step == plan.Steps[^1] ? [] : step.Mistakes)
        {
            if (mistake.Formula.Shape != step.Shape || arithmetic.Evaluate(mistake.Formula, hypothesis.Chain) is not { } value)
                continue;
            var astray = hypothesis.Chain.With(step.Name, value);
            yield return hypothesis.With(new StepOutcome { Step = step, Mistake = mistake }, astray, NotShown + AssumedMistake);
        }

        foreach (var matrix in matrices)
        {
            if (matrix.Shape == step.Shape && !hypothesis.Uses(matrix))
                yield return Assign(hypothesis, Compare(step, matrix, reference, carried), reference);
        }
    }

    /// <summary>
    /// Judges by the reference or by the student's own results, whichever is kinder; by the reference where both are the same.
    /// </summary>
    private StepOutcome Compare(PlannedStep step, StudentMatrix matrix, Expectation reference, Expectation? carried)
    {
        var outcome = new StepOutcome
        {
            Step = step,
            Matrix = matrix,
            Comparison = arithmetic.Compare(reference, matrix),
            NotCarriedOn = DegenerateMatrix.Reason(matrix, step),
        };
        if (outcome.Comparison.Differing == 0 || carried is null || ReferenceEquals(carried, reference))
            return outcome;
        var own = arithmetic.Compare(carried, matrix);
        return own.Differing < outcome.Comparison.Differing ? outcome with { Comparison = own, Carried = true } : outcome;
    }

    private ChainHypothesis Assign(ChainHypothesis hypothesis, StepOutcome outcome, Expectation reference)
    {
        var basis = outcome.Comparison!;
        if (basis.Differing > 0 && FindMistake(hypothesis.Chain, outcome) is var (mistake, comparison))
        {
            outcome = outcome with { Mistake = mistake };
            basis = comparison;
        }

        var value = outcome.NotCarriedOn is null ? arithmetic.ValueOf(outcome.Matrix!, basis) : reference;
        return hypothesis.With(outcome, hypothesis.Chain.With(outcome.Step.Name, value), Weigh(hypothesis, outcome));
    }

    private (PlannedMistake Mistake, Comparison Comparison)? FindMistake(StudentChain chain, StepOutcome outcome)
    {
        foreach (var mistake in outcome.Step.Mistakes)
        {
            if (mistake.Formula.Shape != outcome.Step.Shape || arithmetic.Evaluate(mistake.Formula, chain) is not { } value)
                continue;
            var comparison = arithmetic.Compare(value, outcome.Matrix!);
            if (comparison.Differing == 0)
                return (mistake, comparison);
        }

        return null;
    }

    private double Weigh(ChainHypothesis hypothesis, StepOutcome outcome)
    {
        var matrix = outcome.Matrix!;
        var score = NoAgreement + PerAgreement * outcome.Agreement;
        if (outcome.Mistake is not null)
            score += ShownMistake;
        if (outcome.Mistake is not null || outcome.Comparison!.Differing == 0)
            score += AllAgree;
        if (outcome.IsNamed)
            score += NamedAsThis;
        else if (plan.Steps.Any(other => other != outcome.Step && other.IsWrittenAs(matrix.Name)))
            score += NamedAsOther;
        if (hypothesis.LastShown()?.Order > matrix.Order)
            score += OutOfOrder;
        if (!matrix.Reading.IsValue)
            score += OnlyAFactor;
        return score;
    }

    private ChainHypothesis WeighLeftovers(ChainHypothesis hypothesis)
    {
        var unexplained = matrices.Where(m => MayBeAStep(m) && !hypothesis.Uses(m) && !IsExplained(m, hypothesis)).ToList();
        return unexplained.Count == 0 ? hypothesis : hypothesis.Leaving(unexplained, LeftOver * unexplained.Count);
    }

    private bool MayBeAStep(StudentMatrix matrix) => matrix.Reading.IsValue && plan.Steps.Any(step => step.Shape == matrix.Shape);

    private bool IsExplained(StudentMatrix matrix, ChainHypothesis hypothesis) => hypothesis.AnyStep((outcome, before) =>
        arithmetic.IsPart(matrix, outcome.Formula, before) || (outcome.Matrix is { } other && IsMultiple(matrix, other)));

    private bool IsMultiple(StudentMatrix matrix, StudentMatrix other)
    {
        if (!_multiples.TryGetValue((matrix, other), out var isMultiple))
            _multiples.Add((matrix, other), isMultiple = matrix.IsMultipleOf(other, arithmetic.Tolerance));
        return isMultiple;
    }
}
