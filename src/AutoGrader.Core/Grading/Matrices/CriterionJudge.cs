using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Turns a reading of the answer into points by the rules of marking: wrong entries, carried forward, implied steps, named mistakes.
/// </summary>
internal sealed class CriterionJudge(AnswerMatrices matrices, ChainArithmetic arithmetic, Absence absence)
{
    /// <summary>From here a matrix is clearly an attempt at the expected one.</summary>
    private const double ClearAttempt = 0.8;

    public Judgement Judge(ChainHypothesis hypothesis, MatrixCriterion criterion)
    {
        var index = hypothesis.Outcomes.TakeWhile(o => o.Step.Name != criterion.Step).Count();
        var outcome = hypothesis.Outcomes[index];
        var judgement = outcome.IsShown ? JudgeShown(hypothesis, criterion, index) : JudgeNotShown(hypothesis, criterion, index);
        foreach (var other in hypothesis.Outcomes.Where(o => o != outcome && o.Mistake is not null))
        {
            if (!other.Mistake!.Points.TryGetValue(criterion.Id, out var points))
                continue;
            // A mistake elsewhere sets what the step is worth; it does not mend entries that are wrong for another reason.
            var capped = outcome is { IsShown: true, IsConsistent: false } && judgement.Points < points ? judgement.Points : points;
            if (other.OtherMistakes.Any(m => !m.Points.TryGetValue(criterion.Id, out var instead) || instead != points))
                judgement = DoubtCause(judgement);
            judgement = judgement with { Points = capped, Cause = capped == judgement.Points ? judgement.Cause : Cause.Of(other) };
        }

        return judgement;
    }

    private Judgement JudgeShown(ChainHypothesis hypothesis, MatrixCriterion criterion, int index)
    {
        var outcome = hypothesis.Outcomes[index];
        var comparison = outcome.Comparison!;
        var points = PointsFor(criterion, comparison.Differing);
        if (outcome.Mistake is { IsOfRubric: true } mistake)
            return JudgeMistake(criterion, outcome, mistake, points);

        var judgement = new Judgement(points, JudgementKind.Shown, outcome) { Witness = outcome, Cause = Cause.Of(outcome) };
        if (points != PointsFor(criterion, comparison.Differing - comparison.Uncertain))
            judgement = judgement.Doubting(0.5, "an entry could not be read with certainty", "ein Eintrag war nicht sicher lesbar");
        else if (points < criterion.Maximum && comparison.Narrow)
            judgement = judgement.Doubting(
                0.7,
                "an entry is off by little and may only be rounded",
                "ein Eintrag weicht nur wenig ab und ist vielleicht nur gerundet");
        // What a known slip explains and the right way does not is that slip, whatever came before.
        if (outcome.Mistake is null || comparison.Agreement >= Comparison.Attempt)
            judgement = DoubtIdentity(judgement, hypothesis, index);
        return DoubtCompetitors(judgement, hypothesis, criterion);
    }

    private static Judgement JudgeMistake(MatrixCriterion criterion, StepOutcome outcome, PlannedMistake mistake, Points byEntries)
    {
        var points = PointsOf(mistake, criterion, byEntries);
        var judgement = new Judgement(points, JudgementKind.Mistaken, outcome) { Witness = outcome, Cause = Cause.Of(outcome) };
        if (outcome.OtherMistakes.Any(other => PointsOf(other, criterion, byEntries) != points))
            return DoubtCause(judgement);
        return points != byEntries && outcome.Telling < 2
            ? judgement.Doubting(
                0.6,
                "a single entry tells this mistake from a slip of the pen",
                "nur ein einziger Eintrag unterscheidet diesen Fehler von einem Flüchtigkeitsfehler")
            : judgement;
    }

    private static Points PointsOf(PlannedMistake mistake, MatrixCriterion criterion, Points byEntries) =>
        mistake.Points.TryGetValue(criterion.Id, out var points) ? points : byEntries;

    private static Judgement DoubtCause(Judgement judgement) => judgement.Doubting(
        0.6,
        "several mistakes that earn different points lead to these numbers",
        "mehrere Fehler, die verschieden bewertet werden, führen zu diesen Zahlen");

    private Judgement DoubtIdentity(Judgement judgement, ChainHypothesis hypothesis, int index)
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
        var open = Enumerable.Reverse(earlier).TakeWhile(o => !o.IsShown).Where(o => o.Mistake is not { IsOfRubric: true }).ToList();
        if (open.Select(o => matrices.Pretended(o.Step, hypothesis)).FirstOrDefault(p => p is not null) is { } pretended)
            return judgement with { Doubts = [.. judgement.Doubts, new Doubt(0.6, pretended.Reason)] };
        return open.Count > 0
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
        outcome is { Matrix: { } matrix, Mistake: null, IsHardlyAnAttempt: true } && (!outcome.IsNamed || matrix.IsNormalised);

    private Judgement DoubtCompetitors(Judgement judgement, ChainHypothesis hypothesis, MatrixCriterion criterion)
    {
        var outcome = judgement.Outcome;
        foreach (var matrix in hypothesis.Unexplained.Where(m => m.Shape == outcome.Step.Shape))
        {
            var comparison = arithmetic.Compare(outcome.Comparison!.Expected, matrix);
            var isAttempt = comparison.Agreement >= Comparison.Attempt || outcome.Step.IsWrittenAs(matrix.Name);
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
            return JudgeMissing(hypothesis, outcome);
        if (outcome.Mistake is { } mistake)
        {
            var points = mistake.Points.GetValueOrDefault(criterion.Id);
            var betrayed = new Judgement(points, JudgementKind.Betrayed, outcome) { Witness = witness, Cause = Cause.Of(outcome) };
            if (outcome.OtherMistakes.Any(other => other.Points.GetValueOrDefault(criterion.Id) != points))
                betrayed = DoubtCause(betrayed);
            return IsBetrayedBy(witness, mistake) ? betrayed : Unsure(betrayed);
        }

        var earned = criterion.ImpliedByLaterSteps ? criterion.Maximum : Points.Zero;
        var implied = new Judgement(earned, JudgementKind.Implied, outcome) { Witness = witness };
        if (witness.IsConsistent)
            return matrices.Pretended(outcome.Step, hypothesis) is { } pretended
                ? implied with { Doubts = [new Doubt(0.6, pretended.Reason)] }
                : implied;
        if (witness.Mistake is { } wrongWay)
        {
            return !wrongWay.IsOfRubric || wrongWay.Formula is not { } formula || Uses(formula, index, hypothesis)
                ? Unsure(implied)
                : new Judgement(Points.Zero, JudgementKind.Betrayed, outcome) { Witness = witness, Cause = Cause.Of(witness) };
        }

        return witness.Agreement >= ClearAttempt
            ? Unsure(implied)
            : Unsure(new Judgement(Points.Zero, JudgementKind.Missing, outcome));
    }

    /// <summary>
    /// Whether a later matrix settles that a step was done a wrong way. A way that the rubric does not name must explain all of it, and
    /// most of it must not be right.
    /// </summary>
    private static bool IsBetrayedBy(StepOutcome witness, PlannedMistake mistake) => mistake.IsOfRubric
        ? witness.Agreement >= ClearAttempt
        : witness.IsConsistent && witness.AgainstReference!.Agreement < Comparison.Attempt;

    private static Judgement Unsure(Judgement judgement) => judgement.Doubting(
        0.65,
        "the step is not shown and the later matrix does not settle it",
        "der Schritt ist nicht gezeigt, und die spätere Matrix entscheidet ihn nicht");

    private Judgement JudgeMissing(ChainHypothesis hypothesis, StepOutcome outcome)
    {
        if (matrices.Pretended(outcome.Step, hypothesis) is not var (pretended, _))
        {
            var missing = new Judgement(Points.Zero, JudgementKind.Missing, outcome);
            // A later step that was not found would imply this one.
            return hypothesis.Outcomes.SkipWhile(o => o != outcome).All(o => absence.IsCertain(o.Step, Known(hypothesis)))
                ? missing
                : missing.Doubting(
                    0.6, "it may stand where it could not be read", "sie steht vielleicht an einer Stelle, die nicht lesbar war");
        }

        var kind = pretended.Shape == outcome.Step.Shape ? JudgementKind.Copied : JudgementKind.WrongShape;
        return new Judgement(Points.Zero, kind, outcome with { Matrix = pretended })
            .Doubting(0.6, $"it was read as {pretended.Shape}", $"gelesen wurde sie als {pretended.Shape}");
    }

    // A matrix that resembles nothing may be the one that is missed.
    private IEnumerable<StudentMatrix> Known(ChainHypothesis hypothesis) =>
        hypothesis.Outcomes.Where(o => o.IsShown && (o.Mistake is not null || o.Agreement >= ClearAttempt))
            .Select(o => o.Matrix!).Concat(matrices.Copies.Select(c => c.Matrix));

    /// <summary>Whether a formula builds on a step, directly or through later steps that are not shown.</summary>
    private static bool Uses(PlannedFormula formula, int index, ChainHypothesis hypothesis)
    {
        var name = hypothesis.Outcomes[index].Step.Name;
        var unshown = hypothesis.Outcomes.Skip(index + 1).Where(o => !o.IsShown).ToList();
        return formula.Names.Any(n =>
            n == name || unshown.Any(o => o.Step.Name == n && (o.Formula is null || Uses(o.Formula, index, hypothesis))));
    }

    private static Points PointsFor(MatrixCriterion criterion, int wrongEntries) =>
        wrongEntries < criterion.PointsByWrongEntries.Count ? criterion.PointsByWrongEntries[wrongEntries] : Points.Zero;
}
