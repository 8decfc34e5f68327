using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>The gradients of a loss L by everything that a <see cref="VanillaRnn"/> was given, and by its states.</summary>
/// <param name="InputWeights">∂L/∂W, h×d, summed over the batch as all parameters are.</param>
/// <param name="RecurrentWeights">∂L/∂R, h×h.</param>
/// <param name="Bias">∂L/∂Wb = ∂L/∂Rb, length h.</param>
/// <param name="Inputs">∂L/∂xₜ, T×B×d.</param>
/// <param name="States">∂L/∂hₜ, T×B×h: what L feels of a state by itself and through all later ones.</param>
/// <param name="InitialStates">∂L/∂h₀, B×h.</param>
public sealed record RnnGradients(
    Matrix<double> InputWeights,
    Matrix<double> RecurrentWeights,
    Vector<double> Bias,
    SequenceBatch Inputs,
    SequenceBatch States,
    Matrix<double> InitialStates);
