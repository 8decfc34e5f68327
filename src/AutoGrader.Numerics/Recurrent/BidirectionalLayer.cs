using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Two layers over the same input, one in each direction: the ONNX operators with <c>direction = bidirectional</c>.
/// Source: Schuster, Paliwal, Bidirectional Recurrent Neural Networks, IEEE Transactions on Signal Processing 45(11) (1997).
/// </summary>
/// <remarks>
/// The two do not know each other: <see cref="BackpropagationThroughTime"/> is applied to each with its half of ∂L/∂hₜ, and the two
/// gradients of the input add up.
/// </remarks>
/// <typeparam name="TTrace">The trace of one sequence in one direction.</typeparam>
public sealed class BidirectionalLayer<TTrace>
    where TTrace : RecurrentTrace
{
    private readonly RecurrentLayer<TTrace> _forward;
    private readonly RecurrentLayer<TTrace> _reverse;

    /// <summary>Puts two layers together.</summary>
    /// <param name="forward">Reads forward.</param>
    /// <param name="reverse">Reads in reverse, with the same d and h.</param>
    /// <exception cref="ArgumentException">A layer reads in the wrong direction.</exception>
    /// <exception cref="ShapeMismatchException">The layers differ in d or h.</exception>
    public BidirectionalLayer(RecurrentLayer<TTrace> forward, RecurrentLayer<TTrace> reverse)
    {
        if (forward.Direction != Direction.Forward || reverse.Direction != Direction.Reverse)
            throw new ArgumentException($"The layers read {forward.Direction} and {reverse.Direction}, not Forward and Reverse.");
        var (left, right) = (new Shape(forward.HiddenSize, forward.InputSize), new Shape(reverse.HiddenSize, reverse.InputSize));
        if (left != right)
        {
            throw new ShapeMismatchException(
                "The bidirectional layer", "the forward layer", left, "the reverse layer", right, "both need the same h and d");
        }

        (_forward, _reverse) = (forward, reverse);
    }

    /// <summary>Runs both layers over one sequence.</summary>
    /// <param name="inputs">X, T×d.</param>
    /// <param name="initialForward">The forward layer's state before the first step, 1×h; <c>null</c> for zeros.</param>
    /// <param name="initialReverse">The reverse layer's state behind the last step, 1×h; <c>null</c> for zeros.</param>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or a state is not 1×h.</exception>
    public BidirectionalTrace<TTrace> Run(
        Matrix<double> inputs, RecurrentState? initialForward = null, RecurrentState? initialReverse = null) =>
        Run(SequenceBatch.OfSequences(inputs), initialForward, initialReverse)[0];

    /// <summary>Runs both layers over every sequence of a batch.</summary>
    /// <param name="inputs">X, T×B×d.</param>
    /// <param name="initialForward">The forward layer's states before the first step, B×h; <c>null</c> for zeros.</param>
    /// <param name="initialReverse">The reverse layer's states behind each last step, B×h; <c>null</c> for zeros.</param>
    /// <exception cref="ShapeMismatchException">X and W differ in d, or a state is not B×h.</exception>
    public BidirectionalBatchTrace<TTrace> Run(
        SequenceBatch inputs, RecurrentState? initialForward = null, RecurrentState? initialReverse = null) =>
        new(_forward.Run(inputs, initialForward), _reverse.Run(inputs, initialReverse));
}
