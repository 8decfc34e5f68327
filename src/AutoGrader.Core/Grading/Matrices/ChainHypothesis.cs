namespace AutoGrader.Core.Grading.Matrices;

/// <summary>One way to read an answer: which matrix is which step, what was carried forward, which mistakes were made. Immutable.</summary>
/// <param name="Outcomes">The steps decided so far, in order.</param>
/// <param name="Chain">The values later formulas go on from.</param>
/// <param name="Chains">The chain as it was before each outcome.</param>
/// <param name="Score">How well it explains the answer, as a log-likelihood up to a constant.</param>
internal sealed record ChainHypothesis(
    IReadOnlyList<StepOutcome> Outcomes, StudentChain Chain, IReadOnlyList<StudentChain> Chains, double Score)
{
    /// <summary>Matrices of the answer that it leaves unexplained and that might be a step's value.</summary>
    public IReadOnlyList<StudentMatrix> Unexplained { get; init; } = [];

    public bool Uses(StudentMatrix matrix) => Outcomes.Any(o => o.Matrix == matrix);

    public ChainHypothesis With(StepOutcome outcome, StudentChain chain, double score) =>
        new([.. Outcomes, outcome], chain, [.. Chains, Chain], Score + score);
}
