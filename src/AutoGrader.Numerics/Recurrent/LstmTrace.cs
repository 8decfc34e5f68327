using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>What an <see cref="Lstm"/> computed for one sequence; the gates as they are after their activation.</summary>
/// <param name="Initial">h₀ and c₀, 1×h.</param>
/// <param name="InputGates">iₜ, T×h.</param>
/// <param name="OutputGates">oₜ, T×h.</param>
/// <param name="ForgetGates">fₜ, T×h.</param>
/// <param name="Candidates">c̃ₜ, T×h: what might enter the cell.</param>
/// <param name="CellStates">cₜ, T×h.</param>
/// <param name="States">hₜ, T×h.</param>
/// <param name="Final">The last states that were computed, 1×h.</param>
public sealed record LstmTrace(
    RecurrentState Initial,
    Matrix<double> InputGates,
    Matrix<double> OutputGates,
    Matrix<double> ForgetGates,
    Matrix<double> Candidates,
    Matrix<double> CellStates,
    Matrix<double> States,
    RecurrentState Final) : RecurrentTrace(Initial, States, Final);
