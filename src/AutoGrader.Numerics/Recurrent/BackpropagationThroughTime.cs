using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Backpropagation through time for a <see cref="VanillaRnn"/>: δₜ = f′(aₜ)∘(∂L/∂hₜ by itself + Rᵀ·δₜ₊₁), from which all gradients
/// follow as sums over t.
/// Source: Werbos, Backpropagation Through Time: What It Does and How to Do It, Proceedings of the IEEE 78(10) (1990); Pascanu, Mikolov,
/// Bengio, On the difficulty of training Recurrent Neural Networks (2013), equations 3 to 5.
/// </summary>
/// <remarks>
/// Truncated, the sequence is cut into parts of k steps, counted from the first step that is read: a state is handed on to the next
/// part but no gradient comes back across the cut, as if the part began with a constant. That is what training in parts does (Williams,
/// Peng, An Efficient Gradient-Based Algorithm for On-Line Training of Recurrent Network Trajectories (1990), BPTT(h; h′) with h′ = h).
/// Where the clip threshold has bounded a pre-activation its derivative is 0. Infinities and NaN follow IEEE arithmetic.
/// </remarks>
public static class BackpropagationThroughTime
{
    /// <summary>Runs a network over one sequence, and back.</summary>
    /// <param name="network">W h×d, R h×h.</param>
    /// <param name="inputs">X, T×d.</param>
    /// <param name="stateGradients">T×h: the derivative of L by each hₜ where L is taken as a function of the states alone.</param>
    /// <param name="initial">h₀, 1×h; <c>null</c> for zeros.</param>
    /// <param name="truncation">k, at least 1; <c>null</c> for the whole sequence.</param>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or h₀ or the gradients have another shape than the states.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The truncation is below 1.</exception>
    public static RnnGradients Of(
        VanillaRnn network,
        Matrix<double> inputs,
        Matrix<double> stateGradients,
        RecurrentState? initial = null,
        int? truncation = null) =>
        Of(
            network,
            network.Run(SequenceBatch.OfSequences(inputs), initial),
            SequenceBatch.OfSequences(stateGradients),
            truncation);

    /// <summary>Goes back over a batch.</summary>
    /// <param name="network">W h×d, R h×h: the network that made the trace.</param>
    /// <param name="trace">The forward pass.</param>
    /// <param name="stateGradients">
    /// T×B×h: the derivative of L by each hₜ where L is taken as a function of the states alone; not used behind the end of a sequence.
    /// </param>
    /// <param name="truncation">k, at least 1; <c>null</c> for the whole sequence.</param>
    /// <exception cref="ShapeMismatchException">The trace is of another network, or the gradients do not fit its states.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The truncation is below 1.</exception>
    public static RnnGradients Of(VanillaRnn network, RnnBatchTrace trace, SequenceBatch stateGradients, int? truncation = null)
    {
        if (truncation is { } cut)
            ArgumentOutOfRangeException.ThrowIfLessThan(cut, 1, nameof(truncation));
        RequireFit(network, trace, stateGradients);
        var hidden = network.HiddenSize;
        var states = new double[trace.States.Data.Length];
        var deltas = new double[states.Length];
        var initialStates = Matrix<double>.Build.Dense(trace.States.SequenceCount, hidden);
        var schedule = new StepSchedule(trace.States, network.Direction);
        var weights = new LayerWeights(DenseView.Of(network.Parameters.RecurrentWeights).Transpose());
        schedule.ForEachBlock((double)hidden * hidden, block =>
        {
            var product = new StepProduct(weights);
            RunBlock(network, block, product, trace.PreActivations.Data, stateGradients.Data, truncation, states, deltas);
            for (var i = 0; i < block.Count; i++)
                initialStates.SetRow(block.Sequence(i), product.Product(i).ToArray());
        });
        return new RnnGradients(
            ByInputWeights(trace, deltas, hidden),
            ByRecurrentWeights(trace, schedule, deltas, hidden),
            ByBias(deltas, hidden),
            ByInputs(network, trace, deltas),
            trace.States.With(states, hidden),
            initialStates);
    }

    private static void RunBlock(
        VanillaRnn network,
        StepSchedule.Block block,
        StepProduct product,
        double[] preActivations,
        double[] direct,
        int? truncation,
        double[] states,
        double[] deltas)
    {
        var hidden = network.HiddenSize;
        for (var step = block.Steps - 1; step >= 0; step--)
        {
            var isCut = truncation is { } cut && (step + 1) % cut == 0;
            for (var i = block.Active(step) - 1; i >= 0; i--)
            {
                var at = block.Row(step, i) * hidden;
                var state = states.AsSpan(at, hidden);
                var delta = deltas.AsSpan(at, hidden);
                direct.AsSpan(at, hidden).CopyTo(state);
                if (!isCut)
                    Entrywise.Add(state, product.Product(i)); // 0 as long as this sequence has no later step
                state.CopyTo(delta);
                network.MultiplyByDerivative(preActivations.AsSpan(at, hidden), delta);
                product.SetVector(i, delta);
            }

            product.Multiply();
        }
    }

    /// <summary>∂L/∂W = Σ δₜ·xₜᵀ.</summary>
    private static Matrix<double> ByInputWeights(RnnBatchTrace trace, double[] deltas, int hidden)
    {
        var (rows, features) = (trace.Inputs.StepCount * trace.Inputs.SequenceCount, trace.Inputs.FeatureCount);
        var gradient = new double[hidden * features];
        DenseProduct.MultiplyAdd(
            DenseView.ColumnMajor(deltas, hidden, rows),
            DenseView.RowMajor(trace.Inputs.Data, rows, features),
            DenseView.ColumnMajor(gradient, hidden, features));
        return Matrix<double>.Build.Dense(hidden, features, gradient);
    }

    /// <summary>∂L/∂R = Σ δₜ·hₜ₋₁ᵀ: over neighbouring steps of the batch, and once over the initial states.</summary>
    private static Matrix<double> ByRecurrentWeights(RnnBatchTrace trace, StepSchedule schedule, double[] deltas, int hidden)
    {
        var (steps, sequences) = (trace.States.StepCount, trace.States.SequenceCount);
        var gradient = new double[hidden * hidden];
        var product = DenseView.ColumnMajor(gradient, hidden, hidden);
        var (first, rows) = (schedule.FirstRows(), Math.Max(0, steps - 1) * sequences);
        var allDeltas = DenseView.ColumnMajor(deltas, hidden, steps * sequences);
        var allStates = DenseView.RowMajor(trace.States.Data, steps * sequences, hidden);
        var (deltaStart, stateStart) = schedule.Direction == Direction.Forward ? (sequences, 0) : (0, sequences);
        if (rows > 0)
        {
            DenseProduct.MultiplyAdd(
                allDeltas.Block(0, hidden, deltaStart, rows), allStates.Block(stateStart, rows, 0, hidden), product);
        }

        var firstDeltas = Matrix<double>.Build.Dense(
            hidden, sequences, (j, b) => first[b] < 0 ? 0 : deltas[first[b] * hidden + j]);
        DenseProduct.MultiplyAdd(DenseView.Of(firstDeltas), DenseView.Of(trace.Initial.Hidden), product);
        return Matrix<double>.Build.Dense(hidden, hidden, gradient);
    }

    /// <summary>∂L/∂b = Σ δₜ.</summary>
    private static Vector<double> ByBias(double[] deltas, int hidden)
    {
        var gradient = new double[hidden];
        for (var at = 0; at < deltas.Length; at += hidden)
            Entrywise.Add(gradient, deltas.AsSpan(at, hidden));
        return Vector<double>.Build.Dense(gradient);
    }

    /// <summary>∂L/∂xₜ = Wᵀ·δₜ.</summary>
    private static SequenceBatch ByInputs(VanillaRnn network, RnnBatchTrace trace, double[] deltas)
    {
        var rows = trace.Inputs.StepCount * trace.Inputs.SequenceCount;
        var gradient = new double[trace.Inputs.Data.Length];
        DenseProduct.MultiplyAdd(
            DenseView.Of(network.Parameters.InputWeights).Transpose(),
            DenseView.ColumnMajor(deltas, network.HiddenSize, rows),
            DenseView.ColumnMajor(gradient, network.InputSize, rows));
        return trace.Inputs.With(gradient, network.InputSize);
    }

    private static void RequireFit(VanillaRnn network, RnnBatchTrace trace, SequenceBatch stateGradients)
    {
        var (made, needed) = (
            new Shape(trace.States.FeatureCount, trace.Inputs.FeatureCount), new Shape(network.HiddenSize, network.InputSize));
        if (made != needed)
            throw Misfit("the trace's h×d", made, "W", needed, "the trace must be of this network");
        var states = new Shape(trace.States.StepCount * trace.States.SequenceCount, trace.States.FeatureCount);
        var gradients = new Shape(stateGradients.StepCount * stateGradients.SequenceCount, stateGradients.FeatureCount);
        if (states != gradients || trace.States.StepCount != stateGradients.StepCount)
            throw Misfit("the states, (T·B)×h,", states, "their gradients", gradients, "both need the same T, B and h");
    }

    private static ShapeMismatchException Misfit(string leftName, Shape left, string rightName, Shape right, string rule) =>
        new("Backpropagation through time", leftName, left, rightName, right, rule);
}
