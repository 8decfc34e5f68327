using System.Runtime.CompilerServices;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>
/// A computation whose formulas are parsed and whose shapes are checked, ready to be evaluated with any step replaced. Immutable: one
/// serves all students.
/// </summary>
internal sealed class ComputationPlan
{
    private static readonly ConditionalWeakTable<Computation, ComputationPlan> Plans = [];

    private readonly Dictionary<string, Expectation> _reference;

    private ComputationPlan(Computation computation, PlanBuilder builder)
    {
        Computation = computation;
        Steps = builder.Steps;
        Reference = builder.Values;
        Given = [.. computation.Given.Select(given => new GivenValue(given.Key, given.Value))];
        _reference = Given.Select(given => KeyValuePair.Create(given.Name, given.Value))
            .Concat(Steps.Select(step => KeyValuePair.Create(step.Name, step.Reference)))
            .ToDictionary(StringComparer.Ordinal);
    }

    public Computation Computation { get; }

    public IReadOnlyList<GivenValue> Given { get; }

    /// <summary>The steps in the order of computation: every step after those it needs, otherwise in the rubric's order.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>Given matrices and reference values of all steps by name; all finite.</summary>
    public IReadOnlyDictionary<string, Matrix<double>> Reference { get; }

    /// <summary>The given matrix or the reference value of a step.</summary>
    public Expectation Expected(string name) => _reference[name];

    /// <summary>The plan of a checked computation, made once for all who ask. Thread-safe.</summary>
    /// <exception cref="InvalidOperationException">The computation is faulty: the rubric was not checked.</exception>
    public static ComputationPlan Of(Computation computation) => Plans.GetValue(computation, static computation =>
        TryCreate(computation, out var fault) ?? throw new InvalidOperationException(
            $"Step {fault!.Step}, column {fault.Column}: {fault.Message} {fault.Remedy}"));

    /// <summary>Checks a computation and computes its reference; gives its first fault where it has one.</summary>
    public static ComputationPlan? TryCreate(Computation computation, out FormulaFault? fault)
    {
        var builder = new PlanBuilder(computation);
        try
        {
            builder.Build();
        }
        catch (FormulaException exception)
        {
            fault = new FormulaFault(builder.Subject, exception.Column, exception.Message, exception.Remedy);
            return null;
        }

        fault = null;
        return new ComputationPlan(computation, builder);
    }
}
