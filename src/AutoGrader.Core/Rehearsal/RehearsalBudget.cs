using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Rehearsal;

/// <summary>
/// What calculations may cost in one rehearsal. The grader holds every step of an answer against what others may have led to, so that an
/// answer costs about the work of its computation times the square of its steps. Counted, no clock: the same rubric, the same report.
/// </summary>
/// <param name="limit">The most that may be spent.</param>
internal sealed class RehearsalBudget(long limit = RehearsalBudget.OfRehearsal)
{
    /// <summary>About ten seconds. The sheets that come with the program take less than a twentieth.</summary>
    public const long OfRehearsal = 2_000_000_000;

    // Finding the wrong ways of a step makes many short formulas, whose handling costs more than their numbers.
    private const long Handling = 10;

    private readonly HashSet<string> _unsolved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cut = new(StringComparer.Ordinal);

    public long Spent { get; private set; }

    /// <summary>Whether a worked solution was refused, so that the question cannot be rehearsed.</summary>
    public bool RefusedSolution(Question question) => _unsolved.Contains(question.Id);

    /// <summary>Whether not all mistakes in a question were paid.</summary>
    public bool RefusedMistakes(Question question) => _cut.Contains(question.Id);

    /// <summary>Whether the worked solution of a question can be paid; it is then.</summary>
    public bool PaysSolution(Question question) =>
        question.Computation is not { } computation || Pays(AnswerTo(ComputationPlan.Of(computation)), question, _unsolved);

    /// <summary>Whether the wrong ways of a step can be paid; they are then.</summary>
    public bool PaysMistakes(Question question, PlannedStep step) => Pays(Handling * step.MistakesWork, question, _cut);

    /// <summary>Whether the answers with one mistake can be paid, all steps shown and the last alone; they are then.</summary>
    public bool PaysMistake(Question question, ComputationPlan plan) => Pays(2 * AnswerTo(plan), question, _cut);

    private static long AnswerTo(ComputationPlan plan) => plan.Work * plan.Steps.Count * plan.Steps.Count;

    private bool Pays(long cost, Question question, HashSet<string> refused)
    {
        if (cost > limit - Spent)
        {
            refused.Add(question.Id);
            return false;
        }

        Spent += cost;
        return true;
    }
}
