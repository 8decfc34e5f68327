using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// A vanilla recurrent network: hₜ = f(aₜ), aₜ = W·xₜ + R·hₜ₋₁ + Wb + Rb.
/// Source: Elman, Finding Structure in Time, Cognitive Science 14 (1990); ONNX operator <c>RNN</c> (opset 22), equation Ht.
/// </summary>
public sealed class VanillaRnn : RecurrentLayer<RnnTrace>
{
    private readonly LayerWeights _recurrentWeights;

    /// <summary>Creates the layer, which copies the parameters.</summary>
    /// <exception cref="ShapeMismatchException">W is not h×d, R not h×h, or a bias not of length h.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The clip threshold is not above 0.</exception>
    public VanillaRnn(RnnParameters parameters, Direction direction = Direction.Forward)
        : base(
            parameters.InputWeights,
            RecurrentWeights.Bias(parameters.InputBias, parameters.RecurrentBias, parameters.RecurrentWeights),
            RecurrentWeights.HiddenSize(parameters.InputWeights, parameters.RecurrentWeights, 1),
            direction)
    {
        Parameters = parameters with
        {
            InputWeights = parameters.InputWeights.Clone(),
            RecurrentWeights = parameters.RecurrentWeights.Clone(),
            Clip = RecurrentWeights.Clip(parameters.Clip),
        };
        _recurrentWeights = new LayerWeights(DenseView.Of(parameters.RecurrentWeights));
    }

    /// <summary>The layer's own copy.</summary>
    internal RnnParameters Parameters { get; }

    /// <inheritdoc/>
    public override RnnBatchTrace Run(SequenceBatch inputs, RecurrentState? initial = null)
    {
        var preActivations = ProjectInputs(inputs);
        var states = new double[preActivations.Length];
        var first = Initial(initial, inputs.SequenceCount, hasCell: false);
        var schedule = new StepSchedule(inputs, Direction);
        schedule.ForEachBlock(
            (double)HiddenSize * HiddenSize, block => RunBlock(block, first.Hidden, preActivations, states));
        schedule.ClearPadding(preActivations, HiddenSize);
        return new RnnBatchTrace(
            first,
            inputs,
            inputs.With(preActivations, HiddenSize),
            inputs.With(states, HiddenSize),
            new RecurrentState(schedule.Final(states, first.Hidden)));
    }

    /// <summary>Multiplies factors by ∂hₜ/∂aₜ, entry by entry: 0 where the clip threshold has bounded aₜ.</summary>
    internal void MultiplyByDerivative(ReadOnlySpan<double> preActivation, Span<double> factors)
    {
        Parameters.Activation.MultiplyByDerivative(preActivation, factors);
        if (Parameters.Clip is not { } clip)
            return;
        for (var j = 0; j < factors.Length; j++)
        {
            if (Math.Abs(preActivation[j]) > clip)
                factors[j] = 0;
        }
    }

    private void RunBlock(StepSchedule.Block block, Matrix<double> initial, double[] preActivations, double[] states)
    {
        var product = new StepProduct(_recurrentWeights);
        for (var i = 0; i < block.Count; i++)
            product.SetVector(i, initial.Row(block.Sequence(i)).AsArray());
        for (var step = 0; step < block.Steps; step++)
        {
            product.Multiply();
            for (var i = block.Active(step) - 1; i >= 0; i--)
            {
                var at = block.Row(step, i) * HiddenSize;
                var preActivation = preActivations.AsSpan(at, HiddenSize);
                var state = states.AsSpan(at, HiddenSize);
                Entrywise.Add(preActivation, product.Product(i));
                preActivation.CopyTo(state);
                Entrywise.Clip(state, Parameters.Clip);
                Parameters.Activation.Apply(state, state);
                product.SetVector(i, state);
            }
        }
    }
}
