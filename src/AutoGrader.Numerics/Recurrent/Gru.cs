using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// A gated recurrent unit: zₜ = f(xₜ·W_zᵀ + hₜ₋₁·R_zᵀ + Wb_z + Rb_z), rₜ likewise, h̃ₜ = g(xₜ·W_hᵀ + Wb_h + (rₜ∘hₜ₋₁)·R_hᵀ + Rb_h), or
/// g(xₜ·W_hᵀ + Wb_h + rₜ∘(hₜ₋₁·R_hᵀ + Rb_h)) where the linear map comes before the reset; hₜ = (1 − zₜ)∘h̃ₜ + zₜ∘hₜ₋₁.
/// Source: Cho et al., Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine Translation (2014), equations 5
/// to 8; ONNX operator <c>GRU</c> (opset 22), equations zt to Ht.
/// </summary>
public sealed class Gru : RecurrentLayer<GruTrace>
{
    private const int Gates = 3;
    private readonly GruParameters _parameters;
    private readonly LayerWeights _gateWeights;
    private readonly LayerWeights _candidateWeights;
    private readonly double[] _candidateBias;

    /// <summary>Creates the layer, which copies the parameters.</summary>
    /// <exception cref="ShapeMismatchException">W is not 3h×d, R is not 3h×h, or a bias is not of length 3h.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The clip threshold is not above 0.</exception>
    public Gru(GruParameters parameters, Direction direction = Direction.Forward)
        : base(
            parameters.InputWeights,
            InputBias(parameters),
            RecurrentWeights.HiddenSize(parameters.InputWeights, parameters.RecurrentWeights, Gates),
            direction)
    {
        RecurrentWeights.Clip(parameters.Clip);
        _parameters = parameters;
        var weights = DenseView.Of(parameters.RecurrentWeights);
        _gateWeights = new LayerWeights(weights.Block(0, 2 * HiddenSize, 0, HiddenSize));
        _candidateWeights = new LayerWeights(weights.Block(2 * HiddenSize, HiddenSize, 0, HiddenSize));
        _candidateBias = RecurrentBias(parameters)[(2 * HiddenSize)..];
    }

    /// <inheritdoc/>
    public override BatchTrace<GruTrace> Run(SequenceBatch inputs, RecurrentState? initial = null)
    {
        var gates = ProjectInputs(inputs);
        var states = new double[gates.Length / Gates];
        var first = Initial(initial, inputs.SequenceCount, hasCell: false);
        var schedule = new StepSchedule(inputs, Direction);
        schedule.ForEachBlock(
            (double)Gates * HiddenSize * HiddenSize, block => RunBlock(block, first.Hidden, gates, states));
        return Trace(
            first,
            inputs.With(gates, Gates * HiddenSize),
            inputs.With(states, HiddenSize),
            new RecurrentState(schedule.Final(states, first.Hidden)));
    }

    /// <summary>What is added to the input's product: all biases but Rb_h where that one is reset too.</summary>
    private static double[] InputBias(GruParameters parameters)
    {
        var bias = RecurrentWeights.Bias(parameters.InputBias, null, parameters.RecurrentWeights);
        var recurrent = RecurrentBias(parameters);
        var shared = parameters.LinearBeforeReset ? recurrent.Length / Gates * 2 : recurrent.Length;
        Entrywise.Add(bias, recurrent.AsSpan(0, shared));
        return bias;
    }

    private static double[] RecurrentBias(GruParameters parameters) =>
        RecurrentWeights.Vector(parameters.RecurrentBias, "Rb", parameters.RecurrentWeights.RowCount, parameters.RecurrentWeights);

    private BatchTrace<GruTrace> Trace(RecurrentState first, SequenceBatch gates, SequenceBatch states, RecurrentState final) => new(
        first,
        states,
        final,
        b => new GruTrace(
            first.Row(b),
            gates.Columns(b, 0, HiddenSize),
            gates.Columns(b, HiddenSize, HiddenSize),
            gates.Columns(b, 2 * HiddenSize, HiddenSize),
            states.Sequence(b),
            final.Row(b)));

    private void RunBlock(StepSchedule.Block block, Matrix<double> initial, double[] gates, double[] states)
    {
        var (gateProduct, candidateProduct) = (new StepProduct(_gateWeights), new StepProduct(_candidateWeights));
        var (previous, reset) = (new double[block.Count][], new double[HiddenSize]);
        for (var i = 0; i < block.Count; i++)
            previous[i] = initial.Row(block.Sequence(i)).ToArray();
        for (var step = 0; step < block.Steps; step++)
        {
            var active = block.Active(step);
            for (var i = 0; i < active; i++)
                gateProduct.SetVector(i, previous[i]);
            gateProduct.Multiply();
            for (var i = 0; i < active; i++)
            {
                var gate = Gate(block.Row(step, i));
                OpenGates(gate, gateProduct.Product(i));
                candidateProduct.SetVector(i, _parameters.LinearBeforeReset ? previous[i] : Reset(gate, previous[i], reset));
            }

            candidateProduct.Multiply();
            for (var i = 0; i < active; i++)
            {
                var row = block.Row(step, i);
                Finish(Gate(row), candidateProduct.Product(i), previous[i]);
                previous[i].CopyTo(states.AsSpan(row * HiddenSize));
            }
        }

        Span<double> Gate(int row) => gates.AsSpan(row * Gates * HiddenSize, Gates * HiddenSize);
    }

    /// <summary>Computes z and r in place.</summary>
    private void OpenGates(Span<double> gates, ReadOnlySpan<double> product)
    {
        var open = gates[..(2 * HiddenSize)];
        Entrywise.Add(open, product);
        Entrywise.Clip(open, _parameters.Clip);
        _parameters.GateActivation.Apply(open, open);
    }

    /// <summary>r∘hₜ₋₁.</summary>
    private double[] Reset(ReadOnlySpan<double> gates, double[] previous, double[] reset)
    {
        for (var j = 0; j < reset.Length; j++)
            reset[j] = gates[HiddenSize + j] * previous[j];
        return reset;
    }

    /// <summary>Computes h̃ in place, and the new state over the old one.</summary>
    private void Finish(Span<double> gates, Span<double> product, double[] state)
    {
        var update = gates[..HiddenSize];
        var candidate = gates[(2 * HiddenSize)..];
        if (_parameters.LinearBeforeReset)
        {
            Entrywise.Add(product, _candidateBias);
            Entrywise.AddProduct(candidate, gates.Slice(HiddenSize, HiddenSize), product);
        }
        else
        {
            Entrywise.Add(candidate, product);
        }

        Entrywise.Clip(candidate, _parameters.Clip);
        _parameters.CandidateActivation.Apply(candidate, candidate);
        for (var j = 0; j < state.Length; j++)
            state[j] = (1 - update[j]) * candidate[j] + update[j] * state[j];
    }
}
