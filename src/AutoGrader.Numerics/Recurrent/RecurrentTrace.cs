using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// What a recurrent layer computed for one sequence. Row t of every matrix belongs to step t of the input, in both directions: a reverse
/// layer fills them from the last row to the first.
/// </summary>
/// <param name="Initial">The state before the first step that was read, 1×h.</param>
/// <param name="States">The hidden states, T×h.</param>
/// <param name="Final">The state after the last step that was read, 1×h; the initial one where T is 0.</param>
public abstract record RecurrentTrace(RecurrentState Initial, Matrix<double> States, RecurrentState Final)
{
    /// <summary>The hidden state after the last step that was read, length h.</summary>
    public Vector<double> FinalState => Final.Hidden.Row(0);
}
