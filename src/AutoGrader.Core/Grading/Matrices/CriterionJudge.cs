using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Turns a reading of the answer into points by the rules of marking: wrong entries, carried forward, implied steps, named mistakes.
/// </summary>
internal sealed class CriterionJudge(IReadOnlyList<StudentMatrix> matrices, ChainArithmetic arithmetic)
{
    /// <summary>From here a matrix is clearly an attempt at the expected one.</summary>
    private const double ClearAttempt = 0.8;

    /// <summary>Below this a matrix may be something else altogether.</summary>
    private const double HardlyAnAttempt = 0.5;

    public Judgement Judge(ChainHypothesis hypothesis, MatrixCriterion criterion)
    {
        var index = hypothesis.Outcomes.TakeWhile(o => o.Step.Name != criterion.Step).Count();
        var outcome = hypothesis.Outcomes[index];
        var judgement = outcome.IsShown ? JudgeShown(hypothesis, criterion, index) : JudgeNotShown(hypothesis, criterion, index);
        foreach (var other in hypothesis.Outcomes.Where(o => o != outcome && o.Mistake is not null))
        {
            if (!other.Mistake!.Mistake.Points.TryGetValue(criterion.Id, out var points))
                continue;
            // A mistake elsewhere sets what the step is worth; it does not mend entries that are wrong for another reason.
            var capped = outcome is { IsShown: true, IsConsistent: false } && judgement.Points < points ? judgement.Points : points;
            judgement = judgement with { Points = capped, Mistake = capped == judgement.Points ? judgement.Mistake : other.Mistake };
        }

        return judgement;
    }

    private Judgement JudgeShown(ChainHypothesis hypothesis, MatrixCriterion criterion, int index)
    {
        var outcome = hypothesis.Outcomes[index];
        var comparison = outcome.Comparison!;
        var points = PointsFor(criterion, comparison.Differing);
        if (outcome.Mistake is { } mistake)
        {
            var set = mistake.Mistake.Points.TryGetValue(criterion.Id, out var given) ? given : points;
            return new Judgement(set, JudgementKind.Mistaken, outcome) { Witness = outcome, Mistake = mistake };
        }

        var judgement = new Judgement(points, JudgementKind.Shown, outcome) { Witness = outcome };
        if (points != PointsFor(criterion, comparison.Differing - comparison.Uncertain))
            judgement = judgement.Doubting(0.5, "an entry could not be read with certainty", "ein Eintrag war nicht sicher lesbar");
        else if (points < criterion.Maximum && comparison.Narrow)
            judgement = judgement.Doubting(
                0.7,
                "an entry is off by little and may only be rounded",
                "ein Eintrag weicht nur wenig ab und ist vielleicht nur gerundet");
        judgement = DoubtIdentity(judgement, hypothesis, index);
        return DoubtCompetitors(judgement, hypothesis, criterion);
    }

    private static Judgement DoubtIdentity(Judgement judgement, ChainHypothesis hypothesis, int index)
    {
        var outcome = judgement.Outcome;
        var earlier = hypothesis.Outcomes.Take(index).ToList();
        if (outcome.IsConsistent)
        {
            return outcome.Carried && earlier.Any(IsUnknown)
                ? judgement.Doubting(
                    0.7,
                    "an earlier matrix differs so much that another operation may have been applied",
                    "eine frühere Matrix weicht so stark ab, dass dort etwas anderes gerechnet worden sein kann")
                : judgement;
        }

        if (earlier.FirstOrDefault(o => o.NotCarriedOn is not null) is { } degenerate)
            return judgement with { Doubts = [.. judgement.Doubts, new Doubt(0.6, degenerate.NotCarriedOn!)] };
        var isConfirmed = hypothesis.Outcomes.Skip(index + 1).FirstOrDefault(o => o.IsShown) is { IsConsistent: true, Carried: true };
        if (IsUnknown(outcome) && !isConfirmed)
            return judgement.Doubting(
                0.7,
                "it is not certain that this matrix is meant as this step",
                "es ist nicht sicher, dass diese Matrix diesen Schritt zeigt");
        return Enumerable.Reverse(earlier).TakeWhile(o => !o.IsShown).Any(o => o.Mistake is null)
            ? judgement.Doubting(
                0.7,
                "it may follow from an earlier matrix that was not found",
                "sie kann aus einer früheren Matrix folgen, die nicht gefunden wurde")
            : judgement;
    }

    /// <summary>
    /// Whether a matrix is neither near what was expected, nor a known mistake, nor named: it may be another operation altogether. A name
    /// does not help where the numbers look normalised: <c>A</c> may be a softmax of some kind.
    /// </summary>
    private static bool IsUnknown(StepOutcome outcome) =>
        outcome is { Matrix: { } matrix, Mistake: null, Agreement: < HardlyAnAttempt } && (!outcome.IsNamed || matrix.IsNormalised);

    private Judgement DoubtCompetitors(Judgement judgement, ChainHypothesis hypothesis, MatrixCriterion criterion)
    {
        var outcome = judgement.Outcome;
        foreach (var matrix in hypothesis.Unexplained.Where(m => m.Shape == outcome.Step.Shape))
        {
            var comparison = arithmetic.Compare(outcome.Comparison!.Expected, matrix);
            var isAttempt = comparison.Agreement >= HardlyAnAttempt || outcome.Step.IsWrittenAs(matrix.Name);
            if (isAttempt && PointsFor(criterion, comparison.Differing) != judgement.Points)
            {
                return judgement.Doubting(
                    0.7,
                    "two different matrices of the answer could be meant",
                    "zwei verschiedene Matrizen der Antwort können gemeint sein");
            }
        }

        return judgement;
    }

    private Judgement JudgeNotShown(ChainHypothesis hypothesis, MatrixCriterion criterion, int index)
    {
        var outcome = hypothesis.Outcomes[index];
        var witness = hypothesis.Outcomes.Skip(index + 1).FirstOrDefault(o => o.IsShown);
        if (witness is null)
            return JudgeMissing(hypothesis, criterion, outcome);
        if (outcome.Mistake is { } mistake)
        {
            var betrayed = new Judgement(mistake.Mistake.Points.GetValueOrDefault(criterion.Id), JudgementKind.Betrayed, outcome)
            {
                Witness = witness,
                Mistake = mistake,
            };
            return witness.Agreement >= ClearAttempt ? betrayed : Unsure(betrayed);
        }

        var earned = criterion.ImpliedByLaterSteps ? criterion.Maximum : Points.Zero;
        var implied = new Judgement(earned, JudgementKind.Implied, outcome) { Witness = witness };
        if (witness.IsConsistent)
            return implied;
        if (witness.Mistake is { } wrongWay)
        {
            return Uses(wrongWay.Formula, index, hypothesis)
                ? Unsure(implied)
                : new Judgement(Points.Zero, JudgementKind.Betrayed, outcome) { Witness = witness, Mistake = wrongWay };
        }

        return witness.Agreement >= ClearAttempt
            ? Unsure(implied)
            : Unsure(new Judgement(Points.Zero, JudgementKind.Missing, outcome));
    }

    private static Judgement Unsure(Judgement judgement) => judgement.Doubting(
        0.65,
        "the step is not shown and the later matrix does not settle it",
        "der Schritt ist nicht gezeigt, und die spätere Matrix entscheidet ihn nicht");

    private Judgement JudgeMissing(ChainHypothesis hypothesis, MatrixCriterion criterion, StepOutcome outcome)
    {
        var misshapen = matrices.FirstOrDefault(
            m => m.Shape != outcome.Step.Shape && !hypothesis.Uses(m) && outcome.Step.IsWrittenAs(m.Name));
        return misshapen is null
            ? new Judgement(Points.Zero, JudgementKind.Missing, outcome)
                .Doubting(0.6, "it may stand where it could not be read", "sie steht vielleicht an einer Stelle, die nicht lesbar war")
            : new Judgement(Points.Zero, JudgementKind.WrongShape, outcome with { Matrix = misshapen })
                .Doubting(0.6, $"it was read as {misshapen.Shape}", $"gelesen wurde sie als {misshapen.Shape}");
    }

    /// <summary>Whether a formula builds on a step, directly or through later steps that are not shown.</summary>
    private static bool Uses(PlannedFormula formula, int index, ChainHypothesis hypothesis)
    {
        var name = hypothesis.Outcomes[index].Step.Name;
        var unshown = hypothesis.Outcomes.Skip(index + 1).Where(o => !o.IsShown).ToList();
        return formula.Names.Any(n =>
            n == name || unshown.Any(o => o.Step.Name == n && Uses(o.Formula, index, hypothesis)));
    }

    private static Points PointsFor(MatrixCriterion criterion, int wrongEntries) =>
        wrongEntries < criterion.PointsByWrongEntries.Count ? criterion.PointsByWrongEntries[wrongEntries] : Points.Zero;
}
