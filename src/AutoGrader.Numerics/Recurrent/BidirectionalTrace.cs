using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>What the two layers computed for one sequence.</summary>
/// <param name="Forward">The trace of the forward layer.</param>
/// <param name="Reverse">The trace of the reverse layer, row t for step t as well.</param>
public sealed record BidirectionalTrace<TTrace>(TTrace Forward, TTrace Reverse)
    where TTrace : RecurrentTrace
{
    /// <summary>The hidden states of both beside each other, T×2h: the forward layer's first.</summary>
    public Matrix<double> States => Forward.States.Append(Reverse.States);
}
