using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>What a <see cref="VanillaRnn"/> computed for one sequence.</summary>
/// <param name="Initial">h₀, 1×h.</param>
/// <param name="PreActivations">aₜ, T×h: what went into f, before it was clipped.</param>
/// <param name="States">hₜ, T×h.</param>
/// <param name="Final">The last state that was computed, 1×h.</param>
public sealed record RnnTrace(RecurrentState Initial, Matrix<double> PreActivations, Matrix<double> States, RecurrentState Final)
    : RecurrentTrace(Initial, States, Final);
