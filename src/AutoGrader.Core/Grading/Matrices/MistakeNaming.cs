using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Names what went wrong in the best reading of an answer: all mistakes that lead to the student's numbers, those of the rubric first, then
/// the known slips, then what can be solved for. Later steps are judged anew where a given matrix turns out to be miscopied.
/// </summary>
internal sealed class MistakeNaming(
    ComputationPlan plan, ChainArithmetic arithmetic, StepReader reader, IReadOnlyList<GivenCopy> copies)
{
    /// <param name="best">The best reading.</param>
    /// <param name="rivals">The others, best first.</param>
    public ChainHypothesis Name(ChainHypothesis best, IEnumerable<ChainHypothesis> rivals)
    {
        if (!best.Outcomes.Any(o => o.Mistake is not null || o is { IsShown: true, IsConsistent: false }))
            return best;
        var solver = new MistakeSolver(plan, arithmetic, copies);
        var named = ChainHypothesis.Start(StudentChain.Start(plan));
        foreach (var (index, outcome) in best.Outcomes.Index())
            named = outcome.IsShown ? GoOnShown(named, outcome, solver) : GoOnUnwritten(named, outcome, index, best, rivals);
        return named.Scored(best.Score, best.Unexplained);
    }

    private ChainHypothesis GoOnShown(ChainHypothesis named, StepOutcome outcome, MistakeSolver solver)
    {
        var read = reader.Compare(outcome.Step, outcome.Matrix!, named.Chain);
        var explanations = reader.MistakesOfRubric(read, named.Chain).ToList();
        if (!named.HasGuess)
            explanations.AddRange(reader.Slips(read, named.Chain));
        if (explanations.Count == 0 && !named.HasGuess)
            explanations.AddRange(solver.Solve(read, named));
        var first = explanations.FirstOrDefault();
        read = read with { Mistake = first?.Mistake, OtherMistakes = [.. explanations.Skip(1).Select(e => e.Mistake)] };
        return named.With(read, reader.GoOn(named.Chain, read, first?.Value), 0);
    }

    private ChainHypothesis GoOnUnwritten(
        ChainHypothesis named, StepOutcome outcome, int index, ChainHypothesis best, IEnumerable<ChainHypothesis> rivals)
    {
        if (outcome.Mistake is not { Formula: { } formula } mistake)
            return named.With(outcome, reader.GoOn(named.Chain, outcome, null), 0);
        var value = arithmetic.Evaluate(formula, named.Chain) ?? outcome.Step.Reference;
        var others = rivals.TakeWhile(rival => rival.Score >= best.Score)
            .Where(rival => rival.ReadsAlike(best))
            .Select(rival => rival.Outcomes[index].Mistake).OfType<PlannedMistake>().Where(other => other != mistake).Distinct();
        return named.With(outcome with { OtherMistakes = [.. others] }, named.Chain.With(outcome.Step.Name, value), 0);
    }
}
