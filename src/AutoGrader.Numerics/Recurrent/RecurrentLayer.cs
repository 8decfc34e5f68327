using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// One layer that reads sequences in one direction: <see cref="VanillaRnn"/>, <see cref="Lstm"/> or <see cref="Gru"/>. Immutable, and safe
/// to use from several threads. No readout: what a step gives is its hidden state.
/// </summary>
/// <remarks>
/// Sequences of a batch do not touch each other: each gets the same bits as alone. Infinities and NaN follow IEEE arithmetic and spread to
/// all later steps of their sequence.
/// </remarks>
/// <typeparam name="TTrace">The trace of one sequence.</typeparam>
public abstract class RecurrentLayer<TTrace>
    where TTrace : RecurrentTrace
{
    private readonly LayerWeights _inputWeights;
    private readonly double[] _bias;

    /// <summary>Keeps what all layers have.</summary>
    /// <param name="inputWeights">W, (gates·h)×d.</param>
    /// <param name="bias">What is added at every step, length gates·h.</param>
    /// <param name="hiddenSize">h.</param>
    /// <param name="direction">The order of the steps.</param>
    private protected RecurrentLayer(Matrix<double> inputWeights, double[] bias, int hiddenSize, Direction direction)
    {
        if (!Enum.IsDefined(direction))
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "Unknown direction.");
        _inputWeights = new LayerWeights(DenseView.Of(inputWeights));
        (_bias, HiddenSize, Direction) = (bias, hiddenSize, direction);
    }

    /// <summary>h, the number of hidden units.</summary>
    public int HiddenSize { get; }

    /// <summary>d, the number of features of the input.</summary>
    public int InputSize => _inputWeights.Columns;

    /// <summary>The order in which the steps are read.</summary>
    public Direction Direction { get; }

    /// <summary>Runs the layer over one sequence.</summary>
    /// <param name="inputs">X, T×d: a row per step.</param>
    /// <param name="initial">The state before the first step, 1×h; <c>null</c> for zeros.</param>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or the state is not 1×h.</exception>
    public TTrace Run(Matrix<double> inputs, RecurrentState? initial = null) => Run(SequenceBatch.OfSequences(inputs), initial)[0];

    /// <summary>Runs the layer over every sequence of a batch.</summary>
    /// <param name="inputs">X, T×B×d.</param>
    /// <param name="initial">The states before the first step, B×h; <c>null</c> for zeros.</param>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or the state is not B×h.</exception>
    /// <exception cref="ArgumentException">The result is too large for one array, or a cell state is given to a layer without.</exception>
    public abstract BatchTrace<TTrace> Run(SequenceBatch inputs, RecurrentState? initial = null);

    /// <summary>W·x + b for every step of every sequence, T×B×(gates·h).</summary>
    private protected double[] ProjectInputs(SequenceBatch inputs)
    {
        if (inputs.FeatureCount != InputSize)
        {
            throw Misfit(
                "X", new Shape(inputs.StepCount, inputs.FeatureCount), "W", new Shape(_inputWeights.Rows, InputSize),
                "X and W need the same number of columns d");
        }

        var (rows, width) = (inputs.StepCount * inputs.SequenceCount, _bias.Length);
        var sums = SequenceBatch.Allocate(inputs.StepCount, inputs.SequenceCount, width);
        for (var row = 0; row < rows; row++)
            _bias.CopyTo(sums.AsSpan(row * width));
        _inputWeights.MultiplyAdd(inputs.Data, sums, rows);
        return sums;
    }

    /// <summary>The initial state, zeros where none is given, copied.</summary>
    private protected RecurrentState Initial(RecurrentState? initial, int sequences, bool hasCell)
    {
        if (initial?.Cell is not null && !hasCell)
            throw new ArgumentException("This layer has no cell state.", nameof(initial));
        return new RecurrentState(
            OrZeros(initial?.Hidden, "h₀", sequences), hasCell ? OrZeros(initial?.Cell, "c₀", sequences) : null);
    }

    private Matrix<double> OrZeros(Matrix<double>? state, string name, int sequences)
    {
        var needed = new Shape(sequences, HiddenSize);
        if (state is null)
            return Matrix<double>.Build.Dense(sequences, HiddenSize);
        return Shape.Of(state) == needed
            ? state.Clone()
            : throw Misfit(name, Shape.Of(state), "the states", needed, "a row is needed for every sequence, a column for every unit");
    }

    private static ShapeMismatchException Misfit(string leftName, Shape left, string rightName, Shape right, string rule) =>
        new("The recurrent layer", leftName, left, rightName, right, rule);
}
