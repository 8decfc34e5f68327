using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// The parameters of an <see cref="Lstm"/>, named as those of the ONNX operator <c>LSTM</c> (opset 22). The gates stand below each other
/// in the order <b>i o f c</b>: input, output, forget, candidate (PyTorch's order is i f c o).
/// </summary>
/// <param name="InputWeights">W, 4h×d.</param>
/// <param name="RecurrentWeights">R, 4h×h.</param>
public sealed record LstmParameters(Matrix<double> InputWeights, Matrix<double> RecurrentWeights)
{
    /// <summary>Wb, length 4h; <c>null</c> for zeros.</summary>
    public Vector<double>? InputBias { get; init; }

    /// <summary>Rb, length 4h; <c>null</c> for zeros.</summary>
    public Vector<double>? RecurrentBias { get; init; }

    /// <summary>P, length 3h in the order i o f: how the gates see the cell; <c>null</c> for none.</summary>
    public Vector<double>? Peepholes { get; init; }

    /// <summary>f, of the three gates.</summary>
    public Activation GateActivation { get; init; } = Activation.Sigmoid;

    /// <summary>g, of the candidate.</summary>
    public Activation CandidateActivation { get; init; } = Activation.Tanh;

    /// <summary>h, of the cell state on its way out.</summary>
    public Activation OutputActivation { get; init; } = Activation.Tanh;

    /// <summary>Bounds the input of every activation to −clip … clip; above 0, <c>null</c> for no bound.</summary>
    public double? Clip { get; init; }

    /// <summary>Whether the forget gate is 1 − i. Its own weights, bias and peephole are not used then.</summary>
    public bool InputForget { get; init; }
}
