using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>The parameters of a <see cref="VanillaRnn"/>, named as those of the ONNX operator <c>RNN</c> (opset 22).</summary>
/// <param name="InputWeights">W, h×d.</param>
/// <param name="RecurrentWeights">R, h×h.</param>
public sealed record RnnParameters(Matrix<double> InputWeights, Matrix<double> RecurrentWeights)
{
    /// <summary>Wb, length h; <c>null</c> for zeros.</summary>
    public Vector<double>? InputBias { get; init; }

    /// <summary>Rb, length h; <c>null</c> for zeros.</summary>
    public Vector<double>? RecurrentBias { get; init; }

    /// <summary>f.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>Bounds the input of f to −clip … clip; above 0, <c>null</c> for no bound.</summary>
    public double? Clip { get; init; }
}
