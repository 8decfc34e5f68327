using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Finds out which matrix of an answer is which step. Names, order and values each may mislead (an unnamed matrix, a factor written first,
/// two steps of one shape), so all readings are weighed against each other, step by step, keeping the best.
/// </summary>
internal sealed class HypothesisSearch(ComputationPlan plan, IReadOnlyList<StudentMatrix> matrices, EntryTolerance tolerance)
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

    /// <summary>The readings, best first; at least one.</summary>
    public IReadOnlyList<ChainHypothesis> Run()
    {
        IReadOnlyList<ChainHypothesis> best = [new([], StudentChain.Start(plan), [], 0)];
        foreach (var step in plan.Steps)
            best = [.. best.SelectMany(hypothesis => Extend(hypothesis, step)).OrderByDescending(h => h.Score).Take(Width)];
        return [.. best.Select(WeighLeftovers).OrderByDescending(h => h.Score)];
    }

    private IEnumerable<ChainHypothesis> Extend(ChainHypothesis hypothesis, PlannedStep step)
    {
        var carried = hypothesis.Chain.Evaluate(step.Formula);
        var reference = hypothesis.Chain.IsReference && carried is not null
            ? carried
            : new Expectation(plan.Reference[step.Name], plan.Reference[step.Name]);
        var mistakes = new Lazy<IReadOnlyList<(PlannedMistake Mistake, Expectation Value)>>(() => MistakesAt(hypothesis.Chain, step));

        var unwritten = hypothesis.Chain.With(step.Name, carried ?? reference, hypothesis.Chain.IsReference);
        yield return hypothesis.With(new StepOutcome { Step = step }, unwritten, NotShown);
        // A mistake that nobody wrote down shows in later steps or not at all.
        foreach (var (mistake, value) in step == plan.Steps[^1] ? [] : mistakes.Value)
        {
            var astray = hypothesis.Chain.With(step.Name, value, isReference: false);
            yield return hypothesis.With(new StepOutcome { Step = step, Mistake = mistake }, astray, NotShown + AssumedMistake);
        }

        foreach (var matrix in matrices.Where(m => m.Shape == step.Shape && !hypothesis.Uses(m)))
            yield return Assign(hypothesis, Compare(step, matrix, reference, carried), reference, mistakes);
    }

    private static List<(PlannedMistake Mistake, Expectation Value)> MistakesAt(StudentChain chain, PlannedStep step)
    {
        var result = new List<(PlannedMistake, Expectation)>();
        foreach (var mistake in step.Mistakes.Where(m => m.Shape == step.Shape))
        {
            if (chain.Evaluate(mistake.Formula) is { } value)
                result.Add((mistake, value));
        }

        return result;
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
            Comparison = reference.Compare(matrix, tolerance),
            NotCarriedOn = DegenerateMatrix.Reason(matrix, step, plan),
        };
        if (outcome.Comparison.Differing == 0 || carried is null || ReferenceEquals(carried, reference))
            return outcome;
        var own = carried.Compare(matrix, tolerance);
        return own.Differing < outcome.Comparison.Differing ? outcome with { Comparison = own, Carried = true } : outcome;
    }

    private ChainHypothesis Assign(
        ChainHypothesis hypothesis,
        StepOutcome outcome,
        Expectation reference,
        Lazy<IReadOnlyList<(PlannedMistake Mistake, Expectation Value)>> mistakes)
    {
        var basis = outcome.Comparison!;
        if (basis.Differing > 0)
        {
            var same = mistakes.Value.Select(m => (m.Mistake, Comparison: m.Value.Compare(outcome.Matrix!, tolerance)))
                .FirstOrDefault(m => m.Comparison.Differing == 0);
            outcome = outcome with { Mistake = same.Mistake };
            basis = same.Comparison ?? basis;
        }

        var isReference = hypothesis.Chain.IsReference && basis.Differing == 0 && outcome.Mistake is null;
        var chain = outcome.NotCarriedOn is null
            ? hypothesis.Chain.With(outcome.Step.Name, outcome.Matrix!, basis, isReference)
            : hypothesis.Chain.With(outcome.Step.Name, reference, hypothesis.Chain.IsReference);
        return hypothesis.With(outcome, chain, Weigh(hypothesis, outcome));
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
        else if (plan.Steps.Any(other => other != outcome.Step && StepOutcome.Names(other).Contains(matrix.Name)))
            score += NamedAsOther;
        if (hypothesis.Outcomes.LastOrDefault(o => o.IsShown)?.Matrix?.Order > matrix.Order)
            score += OutOfOrder;
        if (!matrix.Reading.IsValue)
            score += OnlyAFactor;
        return score;
    }

    private ChainHypothesis WeighLeftovers(ChainHypothesis hypothesis)
    {
        var candidates = matrices.Where(m => m.Reading.IsValue && !hypothesis.Uses(m) && plan.Steps.Any(s => s.Shape == m.Shape)).ToList();
        if (candidates.Count == 0)
            return hypothesis;
        var known = hypothesis.Outcomes.SelectMany((outcome, i) => hypothesis.Chains[i].Parts(outcome.Formula)).ToList();
        var unexplained = candidates
            .Where(m => !known.Any(k => m.Is(k, tolerance)) && !hypothesis.Outcomes.Any(o => IsMultiple(m, o.Matrix))).ToList();
        return hypothesis with { Score = hypothesis.Score + LeftOver * unexplained.Count, Unexplained = unexplained };
    }

    /// <summary>Whether a matrix is another one with a factor pulled out, as in ½·[22, 30] = [11, 15].</summary>
    private bool IsMultiple(StudentMatrix matrix, StudentMatrix? other)
    {
        if (other is null || other.Shape != matrix.Shape)
            return false;
        var factor = matrix.Values.Enumerate().Sum() / other.Values.Enumerate().Sum();
        return double.IsFinite(factor) && factor != 0 && matrix.Is(other.Values * factor, tolerance);
    }
}
