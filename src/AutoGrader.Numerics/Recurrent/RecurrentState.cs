using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>What a recurrent layer hands from one step to the next, a row per sequence.</summary>
/// <param name="Hidden">h, B×h.</param>
/// <param name="Cell">c of an LSTM, B×h; <c>null</c> for layers without one, and for zeros where a layer is given its state.</param>
public sealed record RecurrentState(Matrix<double> Hidden, Matrix<double>? Cell = null)
{
    /// <summary>The state of one sequence.</summary>
    /// <param name="hidden">h, length h.</param>
    /// <param name="cell">c of an LSTM, length h.</param>
    public static RecurrentState Of(Vector<double> hidden, Vector<double>? cell = null) =>
        new(hidden.ToRowMatrix(), cell?.ToRowMatrix());

    /// <summary>The state of one of the sequences, one row.</summary>
    internal RecurrentState Row(int sequence) =>
        new(Hidden.Row(sequence).ToRowMatrix(), Cell?.Row(sequence).ToRowMatrix());
}
