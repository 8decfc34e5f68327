using AutoGrader.Core.Computations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rehearsal;

/// <summary>A calculation with one known mistake, gone on with from there.</summary>
/// <param name="Mistake">The mistake's name.</param>
/// <param name="Step">The step it is made in.</param>
/// <param name="ShowsSteps">Whether every step is shown, or the last alone.</param>
/// <param name="Answer">What is handed in.</param>
internal sealed record MutantAnswer(string Mistake, string Step, bool ShowsSteps, Answer Answer);

/// <summary>Makes a mistaken answer of every known mistake of every step of a computation.</summary>
internal static class MutantAnswers
{
    private static readonly Tolerance Same = new(1e-9, 1e-9);

    /// <summary>
    /// All of them that the budget pays; none for a question without judged matrices. Mistakes that change nothing make no answer.
    /// </summary>
    public static IEnumerable<MutantAnswer> Of(Question question, RehearsalBudget budget)
    {
        if (!question.IsNumeric)
            yield break;
        var plan = ComputationPlan.Of(question.Computation!);
        foreach (var step in plan.Steps.TakeWhile(step => budget.PaysMistakes(question, step)))
        {
            foreach (var (name, formula) in MistakesOf(step).TakeWhile(_ => budget.PaysMistake(question, plan)))
            {
                if (Chain(plan, step, formula) is not { } chain)
                    continue;
                yield return Make(question, plan, name, step, showsSteps: true, chain);
                if (step != plan.Steps[^1] && !IsReference(plan, plan.Steps[^1], chain))
                    yield return Make(question, plan, name, step, showsSteps: false, chain);
            }
        }
    }

    private static IEnumerable<(string Name, PlannedFormula Formula)> MistakesOf(PlannedStep step) =>
        from mistake in step.Mistakes.Concat(step.Slips)
        where mistake.Formula is not null
        select (mistake.Name, mistake.Formula);

    private static MutantAnswer Make(
        Question question, ComputationPlan plan, string mistake, PlannedStep step, bool showsSteps,
        Dictionary<string, Matrix<double>> chain)
    {
        var shown = showsSteps ? plan.Steps : [plan.Steps[^1]];
        return new MutantAnswer(mistake, step.Name, showsSteps, new Answer
        {
            QuestionId = question.Id,
            State = AnswerState.Found,
            Confidence = 1,
            Blocks = [.. shown.Select(s => StepBlock.Of(WorkedSolution.NameOf(s), chain[s.Name]))],
        });
    }

    // The values of all steps, or null where the mistake changes nothing here or leads nowhere.
    private static Dictionary<string, Matrix<double>>? Chain(ComputationPlan plan, PlannedStep mistaken, PlannedFormula formula)
    {
        var values = plan.Given.ToDictionary(given => given.Name, given => given.Value.Exact, StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            try
            {
                var root = step == mistaken ? formula.Root : step.Formula.Root;
                values[step.Name] = new FormulaEvaluator(values).Evaluate(root);
            }
            catch (FormulaException)
            {
                // Of another shape than the next step can use.
                return null;
            }

            if (values[step.Name].Find(entry => !double.IsFinite(entry), Zeros.Include) is not null)
                return null;
            if (step == mistaken && IsReference(plan, step, values))
                return null;
        }

        return values;
    }

    private static bool IsReference(ComputationPlan plan, PlannedStep step, Dictionary<string, Matrix<double>> values)
    {
        var (expected, actual) = (plan.Reference[step.Name], values[step.Name]);
        return Shape.Of(expected) == Shape.Of(actual) && MatrixComparison.Differences(expected, actual, Same).Count == 0;
    }
}
