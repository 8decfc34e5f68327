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
        Work = builder.Work;
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

    /// <summary>What it takes to compute all steps and mistakes once, in multiplications.</summary>
    public long Work { get; }

    /// <summary>Given matrices and reference values of all steps by name; all finite.</summary>
    public IReadOnlyDictionary<string, Matrix<double>> Reference { get; }

    /// <summary>The given matrix or the reference value of a step.</summary>
    public Expectation Expected(string name) => _reference[name];

    /// <summary>The plan of a checked computation, made once for all who ask. Thread-safe.</summary>
    /// <exception cref="InvalidOperationException">The computation is faulty: the rubric was not checked.</exception>
    public static ComputationPlan Of(Computation computation) => Plans.GetValue(computation, static computation =>
        Create(computation, out var faults, null) ?? throw new InvalidOperationException(
            $"Step {faults[0].Step}, column {faults[0].Column}: {faults[0].Message.English} {faults[0].Remedy.English}"));

    /// <summary>Checks a computation and computes its reference.</summary>
    /// <param name="computation">The computation.</param>
    /// <param name="faults">Where there is no plan: the faults of its mistakes, and the first of its steps.</param>
    /// <param name="budget">Pays for it; <c>null</c> where it was read before.</param>
    public static ComputationPlan? TryCreate(Computation computation, out IReadOnlyList<FormulaFault> faults, WorkBudget? budget = null)
    {
        faults = [];
        if (Plans.TryGetValue(computation, out var known))
            return known;
        var plan = Create(computation, out faults, budget);
        if (plan is not null)
            Plans.AddOrUpdate(computation, plan);
        return plan;
    }

    private static ComputationPlan? Create(Computation computation, out IReadOnlyList<FormulaFault> faults, WorkBudget? budget)
    {
        var builder = new PlanBuilder(computation, budget);
        builder.Build();
        faults = builder.Faults;
        return faults.Count == 0 ? new ComputationPlan(computation, builder) : null;
    }
}
