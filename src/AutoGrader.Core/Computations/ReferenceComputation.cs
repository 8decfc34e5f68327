using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>Evaluates the formulas of a numeric question. Pure; bounded, so that no rubric can hang the service.</summary>
public static class ReferenceComputation
{
    private static readonly Dictionary<string, Matrix<double>> Nothing = [];

    /// <summary>Evaluates all steps from the given matrices, and checks the formulas of the named mistakes.</summary>
    public static ComputationResult Evaluate(Computation computation) => Evaluate(computation, Nothing);

    /// <summary>
    /// Evaluates all steps with some of them, or some of the given matrices, replaced, and everything that builds on these computed anew:
    /// what a student's own result would have led to. A replacement under an unknown name, of another shape or with an entry that is no
    /// finite number is a fault, and so is a step that gets such an entry from it.
    /// </summary>
    /// <param name="computation">The computation.</param>
    /// <param name="replacements">The values to go on from, by the name of the step or given matrix.</param>
    public static ComputationResult Evaluate(Computation computation, IReadOnlyDictionary<string, Matrix<double>> replacements)
    {
        var plan = ComputationPlan.TryCreate(computation, out var faults);
        if (plan is null || replacements.Count == 0)
            return new ComputationResult(plan?.Reference, faults is [var first, ..] ? first : null);
        var fault = replacements.OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => FaultOf(plan, r.Key, r.Value)).FirstOrDefault(f => f is not null);
        return fault is null ? Recompute(plan, replacements) : new ComputationResult(null, fault);
    }

    private static ComputationResult Recompute(ComputationPlan plan, IReadOnlyDictionary<string, Matrix<double>> replacements)
    {
        var values = plan.Given.ToDictionary(
            given => given.Name, given => replacements.GetValueOrDefault(given.Name, given.Value.Exact), StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            values[step.Name] = replacements.GetValueOrDefault(step.Name) ?? new FormulaEvaluator(values).Evaluate(step.Formula.Root);
            if (NotFinite(step.Name, values[step.Name]) is { } fault)
                return new ComputationResult(null, fault);
        }

        return new ComputationResult(values, null);
    }

    private static FormulaFault? FaultOf(ComputationPlan plan, string name, Matrix<double> value)
    {
        if (!plan.Reference.TryGetValue(name, out var reference))
            return new FormulaFault(
                name, 1,
                new($"There is nothing named {name} to replace.", $"Es gibt nichts mit dem Namen {name}, was ersetzt werden könnte."),
                new(
                    $"Name one of: {string.Join(", ", plan.Reference.Keys)}.",
                    $"Nennen Sie einen von: {string.Join(", ", plan.Reference.Keys)}."));
        return Shape.Of(value) == Shape.Of(reference)
            ? NotFinite(name, value)
            : new FormulaFault(
                name, 1,
                new(
                    $"The replacement is {Shape.Of(value)}, but {name} is {Shape.Of(reference)}.",
                    $"Der Ersatz ist {Shape.Of(value)}, aber {name} ist {Shape.Of(reference)}."),
                new("Give it that shape.", "Geben Sie ihm diese Form."));
    }

    private static FormulaFault? NotFinite(string name, Matrix<double> value) =>
        value.Find(entry => !double.IsFinite(entry), Zeros.Include) is { } found
            ? new FormulaFault(
                name,
                1,
                new(
                    $"The entry in row {found.Item1 + 1}, column {found.Item2 + 1} is not a finite number.",
                    $"Der Eintrag in Zeile {found.Item1 + 1}, Spalte {found.Item2 + 1} ist keine endliche Zahl."),
                new("Check the replacements.", "Prüfen Sie den Ersatz."))
            : null;
}
