namespace AutoGrader.Numerics.Recurrent;

/// <summary>What a recurrent layer computed for a batch.</summary>
/// <typeparam name="TTrace">The trace of one sequence.</typeparam>
public class BatchTrace<TTrace>
    where TTrace : RecurrentTrace
{
    private readonly Func<int, TTrace> _trace;

    internal BatchTrace(RecurrentState initial, SequenceBatch states, RecurrentState final, Func<int, TTrace> trace) =>
        (Initial, States, Final, _trace) = (initial, states, final, trace);

    /// <summary>The state of every sequence before the first step that was read, B×h.</summary>
    public RecurrentState Initial { get; }

    /// <summary>The hidden states, T×B×h: ONNX' output <c>Y</c>.</summary>
    public SequenceBatch States { get; }

    /// <summary>
    /// The state of every sequence after the last step that was read, B×h: ONNX' outputs <c>Y_h</c> and <c>Y_c</c>. A sequence without
    /// steps keeps its initial state (ONNX defines nothing here; ONNX Runtime gives zeros).
    /// </summary>
    public RecurrentState Final { get; }

    /// <summary>The trace of one sequence, copied out of the batch.</summary>
    public TTrace this[int sequence] => _trace(sequence);
}
