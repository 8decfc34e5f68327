using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Long short-term memory. With xₜ·Wᵀ + hₜ₋₁·Rᵀ + Wb + Rb = (aᵢ, aₒ, a_f, a_c):
/// iₜ = f(aᵢ + Pᵢ∘cₜ₋₁), fₜ = f(a_f + P_f∘cₜ₋₁), c̃ₜ = g(a_c), cₜ = fₜ∘cₜ₋₁ + iₜ∘c̃ₜ, oₜ = f(aₒ + Pₒ∘cₜ), hₜ = oₜ∘h(cₜ).
/// Source: Hochreiter, Schmidhuber, Long Short-Term Memory, Neural Computation 9(8) (1997); forget gate: Gers, Schmidhuber, Cummins,
/// Learning to Forget (2000); peepholes: Gers, Schmidhuber, Recurrent Nets that Time and Count (2000); ONNX operator <c>LSTM</c>
/// (opset 22), equations it to Ht.
/// </summary>
/// <remarks>
/// The clip threshold bounds the input of all activations, as ONNX says, so that of h too: hₜ = oₜ∘h(clip(cₜ)), while cₜ itself goes on as
/// it is. ONNX Runtime does not bound the input of h.
/// </remarks>
public sealed class Lstm : RecurrentLayer<LstmTrace>
{
    private const int Gates = 4;
    private readonly LstmParameters _parameters;
    private readonly LayerWeights _recurrentWeights;
    private readonly double[]? _peepholes;

    /// <summary>Creates the layer, which copies the parameters.</summary>
    /// <exception cref="ShapeMismatchException">W is not 4h×d, R not 4h×h, a bias not of length 4h, or P not of length 3h.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The clip threshold is not above 0.</exception>
    public Lstm(LstmParameters parameters, Direction direction = Direction.Forward)
        : base(
            parameters.InputWeights,
            RecurrentWeights.Bias(parameters.InputBias, parameters.RecurrentBias, parameters.RecurrentWeights),
            RecurrentWeights.HiddenSize(parameters.InputWeights, parameters.RecurrentWeights, Gates),
            direction)
    {
        RecurrentWeights.Clip(parameters.Clip);
        _parameters = parameters;
        _recurrentWeights = new LayerWeights(DenseView.Of(parameters.RecurrentWeights));
        if (parameters.Peepholes is not null)
            _peepholes = RecurrentWeights.Vector(parameters.Peepholes, "P", 3 * HiddenSize, parameters.RecurrentWeights);
    }

    /// <inheritdoc/>
    public override BatchTrace<LstmTrace> Run(SequenceBatch inputs, RecurrentState? initial = null)
    {
        var gates = ProjectInputs(inputs);
        var (cells, states) = (new double[gates.Length / Gates], new double[gates.Length / Gates]);
        var first = Initial(initial, inputs.SequenceCount, hasCell: true);
        var schedule = new StepSchedule(inputs, Direction);
        schedule.ForEachBlock(
            (double)Gates * HiddenSize * HiddenSize, block => RunBlock(block, first, gates, cells, states));
        var final = new RecurrentState(schedule.Final(states, first.Hidden), schedule.Final(cells, first.Cell!));
        return Trace(first, inputs.With(gates, Gates * HiddenSize), inputs.With(cells, HiddenSize), inputs.With(states, HiddenSize), final);
    }

    private BatchTrace<LstmTrace> Trace(
        RecurrentState first, SequenceBatch gates, SequenceBatch cells, SequenceBatch states, RecurrentState final) => new(
            first,
            states,
            final,
            b => new LstmTrace(
                first.Row(b),
                gates.Columns(b, 0, HiddenSize),
                gates.Columns(b, HiddenSize, HiddenSize),
                gates.Columns(b, 2 * HiddenSize, HiddenSize),
                gates.Columns(b, 3 * HiddenSize, HiddenSize),
                cells.Sequence(b),
                states.Sequence(b),
                final.Row(b)));

    private void RunBlock(StepSchedule.Block block, RecurrentState first, double[] gates, double[] cells, double[] states)
    {
        var size = HiddenSize;
        var product = new StepProduct(_recurrentWeights);
        var previousCells = new double[block.Count][];
        for (var i = 0; i < block.Count; i++)
        {
            product.SetVector(i, first.Hidden.Row(block.Sequence(i)).AsArray());
            previousCells[i] = first.Cell!.Row(block.Sequence(i)).ToArray();
        }

        for (var step = 0; step < block.Steps; step++)
        {
            product.Multiply();
            for (var i = block.Active(step) - 1; i >= 0; i--)
            {
                var row = block.Row(step, i);
                var gate = gates.AsSpan(row * Gates * size, Gates * size);
                var cell = cells.AsSpan(row * size, size);
                var state = states.AsSpan(row * size, size);
                Entrywise.Add(gate, product.Product(i));
                Step(gate, previousCells[i], cell, state);
                cell.CopyTo(previousCells[i]);
                product.SetVector(i, state);
            }
        }
    }

    /// <summary>One step of one sequence; the gates come as their weighted sums and stay as their values.</summary>
    private void Step(Span<double> gates, ReadOnlySpan<double> previousCell, Span<double> cell, Span<double> state)
    {
        var size = HiddenSize;
        var input = gates[..size];
        var output = gates.Slice(size, size);
        var forget = gates.Slice(2 * size, size);
        var candidate = gates[(3 * size)..];
        Open(input, previousCell, 0);
        if (_parameters.InputForget)
        {
            for (var j = 0; j < size; j++)
                forget[j] = 1 - input[j];
        }
        else
        {
            Open(forget, previousCell, 2);
        }

        Entrywise.Clip(candidate, _parameters.Clip);
        _parameters.CandidateActivation.Apply(candidate, candidate);
        for (var j = 0; j < size; j++)
            cell[j] = forget[j] * previousCell[j] + input[j] * candidate[j];
        Open(output, cell, 1);
        cell.CopyTo(state);
        Entrywise.Clip(state, _parameters.Clip);
        _parameters.OutputActivation.Apply(state, state);
        for (var j = 0; j < size; j++)
            state[j] *= output[j];
    }

    /// <summary>Turns a gate's weighted sum into its value.</summary>
    /// <param name="gate">The sum, then the value.</param>
    /// <param name="cell">The cell it peeps at.</param>
    /// <param name="peephole">Its place in i o f.</param>
    private void Open(Span<double> gate, ReadOnlySpan<double> cell, int peephole)
    {
        if (_peepholes is not null)
            Entrywise.AddProduct(gate, _peepholes.AsSpan(peephole * HiddenSize, HiddenSize), cell);
        Entrywise.Clip(gate, _parameters.Clip);
        _parameters.GateActivation.Apply(gate, gate);
    }
}
