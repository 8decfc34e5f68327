using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Computations;

/// <summary>Evaluates the formulas of a numeric question. Pure; bounded, so that no rubric can hang the service.</summary>
public static class ReferenceComputation
{
    /// <summary>Evaluates all steps from the given matrices.</summary>
    public static ComputationResult Evaluate(Computation computation) => throw new NotImplementedException();
}
