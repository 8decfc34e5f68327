using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>What a <see cref="Gru"/> computed for one sequence; the gates as they are after their activation.</summary>
/// <param name="Initial">h₀, 1×h.</param>
/// <param name="UpdateGates">zₜ, T×h: the share of the old state that stays.</param>
/// <param name="ResetGates">rₜ, T×h.</param>
/// <param name="Candidates">h̃ₜ, T×h.</param>
/// <param name="States">hₜ, T×h.</param>
/// <param name="Final">The last state that was computed, 1×h.</param>
public sealed record GruTrace(
    RecurrentState Initial,
    Matrix<double> UpdateGates,
    Matrix<double> ResetGates,
    Matrix<double> Candidates,
    Matrix<double> States,
    RecurrentState Final) : RecurrentTrace(Initial, States, Final);
