using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics;

/// <summary>Everything a forward pass computed, a row per time step.</summary>
/// <param name="InitialState">h₀, length h.</param>
/// <param name="PreActivations">T×h: what went into the activation at each step.</param>
/// <param name="States">T×h: h₁ … h_T.</param>
public sealed record RecurrentTrace(Vector<double> InitialState, Matrix<double> PreActivations, Matrix<double> States)
{
    /// <summary>h_T, length h.</summary>
    public Vector<double> FinalState => States.Row(States.RowCount - 1);
}
