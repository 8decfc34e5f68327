namespace AutoGrader.Numerics;

/// <summary>The function a recurrent network applies to its pre-activation, entry by entry.</summary>
public enum Activation
{
    /// <summary>The hyperbolic tangent, the default of the ONNX operator <c>RNN</c>.</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x itself: a linear network, in which gradients can be followed by hand.</summary>
    Identity,
}
