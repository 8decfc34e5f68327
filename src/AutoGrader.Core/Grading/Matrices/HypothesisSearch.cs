using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Finds out which matrix of an answer is which step. Names, order and values each may mislead (an unnamed matrix, a factor written first,
/// two steps of one shape), so all readings are weighed against each other, step by step, keeping the best.
/// </summary>
internal sealed class HypothesisSearch(
    ComputationPlan plan, IReadOnlyList<StudentMatrix> matrices, ChainArithmetic arithmetic, StepReader reader)
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
    private const double AssumedSlip = -3;
    private const double ShownSlip = -3.5;
    private const double LeftOver = -2;

    // What lies so far behind cannot come up again, nor does it leave a doubt worth a thousandth.
    private const double Hopeless = 7;
    private const double MostPerStep = 9;

    // What lies so far behind is not worth a search for excuses.
    private const double Plausible = 6;

    private readonly Dictionary<(StudentMatrix, StudentMatrix), bool> _multiples = [];

    /// <summary>
    /// The readings, best first; at least one. The catalogue of slips is consulted only where it is open what a matrix is meant as: who
    /// needs no excuse is given none.
    /// </summary>
    public IReadOnlyList<ChainHypothesis> Run()
    {
        var readings = Run(Excuses.None);
        if (readings[0].Unexplained.Count == 0 && !readings[0].Outcomes.Any(o => o is { IsShown: true, IsHardlyAnAttempt: true })
            && !HasPlaceFor(readings[0]))
            return readings;
        var settled = readings[0].Outcomes.Where(o => o.IsConsistent || o.Mistake is not null).Select(o => o.Matrix).ToHashSet();
        var plausible = readings.TakeWhile(r => r.Score >= readings[0].Score - Plausible);
        return Run(new Excuses(
            [.. matrices.Where(m => !settled.Contains(m))],
            [.. plausible.SelectMany(r => r.Outcomes).Where(o => !o.IsShown).Select(o => o.Step)]));
    }

    /// <summary>Whether a matrix is left, be it only a multiple of another one, and a step of its shape that is not shown.</summary>
    private bool HasPlaceFor(ChainHypothesis reading) => matrices.Any(m =>
        m.Reading.IsValue && !reading.Uses(m) && reading.Outcomes.Any(o => !o.IsShown && o.Step.Shape == m.Shape));

    private IReadOnlyList<ChainHypothesis> Run(Excuses excuses)
    {
        List<ChainHypothesis> best = [ChainHypothesis.Start(StudentChain.Start(plan))];
        foreach (var (index, step) in plan.Steps.Index())
        {
            var candidates = new List<Candidate>();
            foreach (var hypothesis in best)
            {
                var isPlausible = hypothesis.Score >= best[0].Score - Plausible && !hypothesis.HasGuess;
                Extend(hypothesis, step, isPlausible ? excuses : Excuses.None, candidates);
            }

            var least = candidates.Max(c => c.Score) - Hopeless - MostPerStep * (plan.Steps.Count - 1 - index) + LeftOver * matrices.Count;
            best =
            [
                .. candidates.Where(c => c.Score >= least).OrderByDescending(c => c.Score).Take(Width)
                    .Select(c => c.Earlier.With(c.Outcome, c.Chain(reader), c.Score - c.Earlier.Score)),
            ];
        }

        return [.. best.Select(WeighLeftovers).OrderByDescending(h => h.Score)];
    }

    private void Extend(ChainHypothesis hypothesis, PlannedStep step, Excuses excuses, List<Candidate> candidates)
    {
        candidates.Add(new Candidate(hypothesis, reader.NotShown(step, null), null, hypothesis.Score + NotShown));
        // A mistake that nobody wrote down shows in later steps or not at all.
        if (step != plan.Steps[^1])
        {
            Assume(hypothesis, step, step.Mistakes, AssumedMistake, candidates);
            // One slip that nobody wrote down may be guessed, not two.
            if (excuses.Unwritten.Contains(step))
                Assume(hypothesis, step, step.Slips, AssumedSlip, candidates);
        }

        foreach (var matrix in matrices)
        {
            if (matrix.Shape != step.Shape || hypothesis.Uses(matrix))
                continue;
            var outcome = reader.Compare(step, matrix, hypothesis.Chain);
            var explanation = reader.MistakesOfRubric(outcome, hypothesis.Chain).FirstOrDefault();
            if (explanation is null && excuses.Open.Contains(matrix))
                explanation = reader.Slips(outcome, hypothesis.Chain).FirstOrDefault();
            outcome = reader.Explained(outcome, explanation);
            candidates.Add(new Candidate(hypothesis, outcome, explanation?.Value, hypothesis.Score + Weigh(hypothesis, outcome)));
        }
    }

    private void Assume(
        ChainHypothesis hypothesis, PlannedStep step, IReadOnlyList<PlannedMistake> mistakes, double weight, List<Candidate> candidates)
    {
        foreach (var mistake in mistakes)
        {
            if (arithmetic.Evaluate(mistake.Formula!, hypothesis.Chain) is { } value)
                candidates.Add(
                    new Candidate(hypothesis, reader.NotShown(step, mistake), value, hypothesis.Score + NotShown + weight));
        }
    }

    private double Weigh(ChainHypothesis hypothesis, StepOutcome outcome)
    {
        var matrix = outcome.Matrix!;
        var score = NoAgreement + PerAgreement * outcome.Agreement;
        if (outcome.Mistake is not null)
            score += outcome.Mistake.IsOfRubric ? ShownMistake : ShownSlip;
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
        return unexplained.Count == 0 ? hypothesis : hypothesis.Scored(hypothesis.Score + LeftOver * unexplained.Count, unexplained);
    }

    private bool MayBeAStep(StudentMatrix matrix) => matrix.Reading.IsValue && plan.Steps.Any(step => step.Shape == matrix.Shape);

    private bool IsExplained(StudentMatrix matrix, ChainHypothesis hypothesis) => hypothesis.AnyStep((outcome, before) =>
        arithmetic.IsPart(matrix, outcome.Formula!, before) || (outcome.Matrix is { } other && IsMultiple(matrix, other)));

    private bool IsMultiple(StudentMatrix matrix, StudentMatrix other)
    {
        if (!_multiples.TryGetValue((matrix, other), out var isMultiple))
            _multiples.Add((matrix, other), isMultiple = matrix.IsMultipleOf(other, arithmetic.Tolerance));
        return isMultiple;
    }

    /// <summary>What the slips of the catalogue may explain.</summary>
    /// <param name="Open">The matrices that nothing else explains.</param>
    /// <param name="Unwritten">The steps that may have been done by a slip that nobody wrote down.</param>
    private sealed record Excuses(HashSet<StudentMatrix> Open, HashSet<PlannedStep> Unwritten)
    {
        public static Excuses None { get; } = new([], []);
    }

    /// <summary>A hypothesis to be: made only if it is among the best.</summary>
    /// <param name="Earlier">What it goes on from.</param>
    /// <param name="Outcome">What it says of the next step.</param>
    /// <param name="Value">What the mistake of the outcome leads to; <c>null</c> where there is none.</param>
    /// <param name="Score">The score with that step.</param>
    private readonly record struct Candidate(ChainHypothesis Earlier, StepOutcome Outcome, Expectation? Value, double Score)
    {
        public StudentChain Chain(StepReader reader) => reader.GoOn(Earlier.Chain, Outcome, Value);
    }
}
