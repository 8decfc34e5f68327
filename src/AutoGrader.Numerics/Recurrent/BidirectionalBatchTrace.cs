namespace AutoGrader.Numerics.Recurrent;

/// <summary>What the two layers computed for a batch.</summary>
/// <param name="Forward">The trace of the forward layer.</param>
/// <param name="Reverse">The trace of the reverse layer.</param>
public sealed record BidirectionalBatchTrace<TTrace>(BatchTrace<TTrace> Forward, BatchTrace<TTrace> Reverse)
    where TTrace : RecurrentTrace
{
    /// <summary>The traces of one sequence.</summary>
    public BidirectionalTrace<TTrace> this[int sequence] => new(Forward[sequence], Reverse[sequence]);
}
