namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// One way to read an answer: which matrix is which step, what was carried forward, which mistakes were made. Immutable; a longer one
/// shares what it goes on from.
/// </summary>
internal sealed class ChainHypothesis
{
    private readonly ChainHypothesis? _earlier;
    private readonly StepOutcome? _last;
    private List<StepOutcome>? _outcomes;

    private ChainHypothesis(ChainHypothesis? earlier, StepOutcome? last, StudentChain chain, double score)
    {
        _earlier = earlier;
        _last = last;
        Chain = chain;
        Score = score;
        HasGuess = earlier is { HasGuess: true } || last is { IsShown: false, Mistake.IsOfRubric: false };
    }

    /// <summary>The steps decided so far, in order.</summary>
    public IReadOnlyList<StepOutcome> Outcomes => _outcomes ??= ListOutcomes();

    /// <summary>The values later formulas go on from.</summary>
    public StudentChain Chain { get; }

    /// <summary>How well it explains the answer, as a log-likelihood up to a constant.</summary>
    public double Score { get; }

    /// <summary>Whether it rests on a slip that nobody wrote down and the rubric does not name.</summary>
    public bool HasGuess { get; }

    /// <summary>Matrices of the answer that it leaves unexplained and that might be a step's value.</summary>
    public IReadOnlyList<StudentMatrix> Unexplained { get; private init; } = [];

    public static ChainHypothesis Start(StudentChain chain) => new(null, null, chain, 0);

    /// <param name="outcome">What it says of the next step.</param>
    /// <param name="chain">The values to go on from.</param>
    /// <param name="score">What that explains.</param>
    public ChainHypothesis With(StepOutcome outcome, StudentChain chain, double score) => new(this, outcome, chain, Score + score);

    /// <summary>The same with another score and with the matrices that it leaves unexplained.</summary>
    public ChainHypothesis Scored(double score, IReadOnlyList<StudentMatrix> unexplained) =>
        new(_earlier, _last, Chain, score) { Unexplained = unexplained };

    public bool Uses(StudentMatrix matrix)
    {
        for (var hypothesis = this; hypothesis is not null; hypothesis = hypothesis._earlier)
        {
            if (hypothesis._last?.Matrix == matrix)
                return true;
        }

        return false;
    }

    /// <summary>The matrix shown last, in the order of the steps.</summary>
    public StudentMatrix? LastShown()
    {
        for (var hypothesis = this; hypothesis is not null; hypothesis = hypothesis._earlier)
        {
            if (hypothesis._last?.Matrix is { } matrix)
                return matrix;
        }

        return null;
    }

    /// <summary>Whether some step holds, with the chain as it was before that step.</summary>
    public bool AnyStep(Func<StepOutcome, StudentChain, bool> holds)
    {
        for (var hypothesis = this; hypothesis._last is not null; hypothesis = hypothesis._earlier!)
        {
            if (holds(hypothesis._last, hypothesis._earlier!.Chain))
                return true;
        }

        return false;
    }

    /// <summary>Whether another reading takes the same matrices for the same steps.</summary>
    public bool ReadsAlike(ChainHypothesis other) => Outcomes.Select(o => o.Matrix).SequenceEqual(other.Outcomes.Select(o => o.Matrix));

    private List<StepOutcome> ListOutcomes()
    {
        var outcomes = new List<StepOutcome>();
        for (var hypothesis = this; hypothesis._last is not null; hypothesis = hypothesis._earlier!)
            outcomes.Add(hypothesis._last);
        outcomes.Reverse();
        return outcomes;
    }
}
