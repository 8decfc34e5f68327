using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// The parameters of a <see cref="Gru"/>, named as those of the ONNX operator <c>GRU</c> (opset 22). The gates stand below each other in
/// the order <b>z r h</b>: update, reset, candidate (PyTorch's order is r z n).
/// </summary>
/// <param name="InputWeights">W, 3h×d.</param>
/// <param name="RecurrentWeights">R, 3h×h.</param>
public sealed record GruParameters(Matrix<double> InputWeights, Matrix<double> RecurrentWeights)
{
    /// <summary>Wb, length 3h; <c>null</c> for zeros.</summary>
    public Vector<double>? InputBias { get; init; }

    /// <summary>Rb, length 3h; <c>null</c> for zeros.</summary>
    public Vector<double>? RecurrentBias { get; init; }

    /// <summary>f, of the two gates.</summary>
    public Activation GateActivation { get; init; } = Activation.Sigmoid;

    /// <summary>g, of the candidate.</summary>
    public Activation CandidateActivation { get; init; } = Activation.Tanh;

    /// <summary>Bounds the input of every activation to −clip … clip; above 0, <c>null</c> for no bound.</summary>
    public double? Clip { get; init; }

    /// <summary>
    /// Whether the reset gate applies behind the product with R (true, as in PyTorch and cuDNN) or before it (false, as in the paper).
    /// </summary>
    public bool LinearBeforeReset { get; init; }
}
