using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>The matrices of a computation by name, or the first fault of its formulas. Exactly one of both.</summary>
/// <param name="Matrices">Given matrices and steps by name; <c>null</c> where there is a fault. A scalar is a 1×1 matrix.</param>
/// <param name="Fault">What is wrong; <c>null</c> where everything was computed.</param>
public sealed record ComputationResult(IReadOnlyDictionary<string, Matrix<double>>? Matrices, FormulaFault? Fault);
