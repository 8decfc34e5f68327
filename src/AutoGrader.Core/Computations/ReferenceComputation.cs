using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Computations;

/// <summary>Evaluates the formulas of a numeric question. Pure; bounded, so that no rubric can hang the service.</summary>
public static class ReferenceComputation
{
    /// <summary>Evaluates all steps from the given matrices, and checks the formulas of the named mistakes.</summary>
    public static ComputationResult Evaluate(Computation computation)
    {
        var plan = ComputationPlan.TryCreate(computation, out var fault);
        return new ComputationResult(plan?.Reference, fault);
    }
}
