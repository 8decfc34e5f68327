using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics;

/// <summary>
/// A vanilla recurrent network: hₜ = f(xₜ·Wᵀ + hₜ₋₁·Rᵀ + b). One layer, forward direction, one sequence; no readout to y.
/// Source: Elman, Finding Structure in Time (1990); ONNX operator <c>RNN</c> (opset 22), whose two biases Wb and Rb only ever occur as
/// their sum b.
/// </summary>
/// <remarks>Infinities and NaN follow IEEE arithmetic and spread to all later steps.</remarks>
public sealed class RecurrentNetwork
{
    private readonly Matrix<double> _inputWeights;
    private readonly Matrix<double> _recurrentWeights;
    private readonly Vector<double> _bias;
    private readonly Activation _activation;

    /// <summary>Creates the network.</summary>
    /// <param name="inputWeights">W, h×d.</param>
    /// <param name="recurrentWeights">R, h×h.</param>
    /// <param name="bias">b, length h; <c>null</c> for zeros.</param>
    /// <param name="activation">f.</param>
    /// <exception cref="ShapeMismatchException">R is not h×h, or b is not of length h.</exception>
    public RecurrentNetwork(
        Matrix<double> inputWeights, Matrix<double> recurrentWeights, Vector<double>? bias = null, Activation activation = Activation.Tanh)
    {
        var hidden = inputWeights.RowCount;
        if (Shape.Of(recurrentWeights) != new Shape(hidden, hidden))
            throw Mismatch("W", Shape.Of(inputWeights), "R", Shape.Of(recurrentWeights), "R must be square with as many rows as W");
        if (bias is not null && bias.Count != hidden)
            throw Mismatch("W", Shape.Of(inputWeights), "b", new Shape(1, bias.Count), "b needs as many entries as W has rows");
        _inputWeights = inputWeights;
        _recurrentWeights = recurrentWeights;
        _bias = bias ?? Vector<double>.Build.Dense(hidden);
        _activation = activation;
    }

    /// <summary>Runs the network over a sequence.</summary>
    /// <param name="inputs">X, T×d: a row per time step, T at least 1.</param>
    /// <param name="initialState">h₀, length h; <c>null</c> for zeros.</param>
    /// <returns>Pre-activation and state of every step.</returns>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or h₀ is not of length h.</exception>
    public RecurrentTrace Forward(Matrix<double> inputs, Vector<double>? initialState = null)
    {
        var hidden = _inputWeights.RowCount;
        if (inputs.ColumnCount != _inputWeights.ColumnCount)
            throw Mismatch("X", Shape.Of(inputs), "W", Shape.Of(_inputWeights), "X and W need the same number of columns d");
        if (initialState is not null && initialState.Count != hidden)
            throw Mismatch("W", Shape.Of(_inputWeights), "h₀", new Shape(1, initialState.Count), "h₀ needs as many entries as W has rows");

        initialState ??= Vector<double>.Build.Dense(hidden);
        var preActivations = inputs.TransposeAndMultiply(_inputWeights);
        var states = Matrix<double>.Build.Dense(inputs.RowCount, hidden);
        var state = initialState;
        for (var t = 0; t < inputs.RowCount; t++)
        {
            var preActivation = preActivations.Row(t) + _recurrentWeights * state + _bias;
            preActivations.SetRow(t, preActivation);
            state = preActivation.Map(Activate, Zeros.Include);
            states.SetRow(t, state);
        }

        return new RecurrentTrace(initialState, preActivations, states);
    }

    private double Activate(double x) => _activation switch
    {
        Activation.Tanh => Math.Tanh(x),
        Activation.Relu => Math.Max(0, x),
        Activation.Identity => x,
        _ => throw new InvalidOperationException($"Unknown activation {_activation}."),
    };

    private static ShapeMismatchException Mismatch(string leftName, Shape left, string rightName, Shape right, string rule) =>
        new("The recurrent network", leftName, left, rightName, right, rule);
}
