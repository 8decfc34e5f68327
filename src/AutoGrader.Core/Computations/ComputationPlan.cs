using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>A computation whose formulas are parsed and whose shapes are checked, ready to be evaluated with any step replaced.</summary>
internal sealed class ComputationPlan
{
    private ComputationPlan(
        Computation computation, IReadOnlyList<PlannedStep> steps, IReadOnlyDictionary<string, Matrix<double>> reference)
    {
        Computation = computation;
        Steps = steps;
        Reference = reference;
    }

    public Computation Computation { get; }

    /// <summary>The steps in the order of computation: every step after those it needs, otherwise in the rubric's order.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>Given matrices and reference values of all steps by name; all finite.</summary>
    public IReadOnlyDictionary<string, Matrix<double>> Reference { get; }

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
        return new ComputationPlan(computation, builder.Steps, builder.Values);
    }
}
